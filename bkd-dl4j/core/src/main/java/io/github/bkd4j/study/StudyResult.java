package io.github.bkd4j.study;

import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.report.History;
import java.util.List;
import java.util.Map;

/**
 * What a comparison found.
 *
 * @param evaluation the teachers, then each trial from each seed
 * @param histories what the epochs of each training did
 * @param provenance where the results come from: fingerprints of teachers and corpora, and the student
 */
public record StudyResult(Evaluation<String> evaluation, List<History> histories, Map<String, String> provenance) {}
