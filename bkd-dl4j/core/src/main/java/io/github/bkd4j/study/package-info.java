/**
 * Studies: the same student under several losses, from several seeds, beside one teacher; and the choice of settings by
 * cross-validation with successive halving. The command's {@code compare} and {@code tune} do nothing else.
 *
 * <pre>{@code
 * Schedule schedule = Schedule.of(20).withLearningRate(0.005);
 * TeacherRecipe teacher = TeacherRecipe.linear();
 * Study study = Study.of(splits, 1, teacher).withStore(TrialStore.in(Path.of("trials")));
 *
 * Trial ce = LossName.CE.trial(LossSettings.usual(), teacher, BagOfEmbeddings.small(), schedule);
 * Trial bkd = LossName.BKD.trial(LossSettings.usual(), teacher, BagOfEmbeddings.small(), schedule);
 * Evaluation<String> evaluation = study.compare(List.of(ce, ce.adjusted(1), bkd), 5).evaluation();
 * System.out.println(Report.of(evaluation).table());
 *
 * CrossValidation folds = CrossValidation.ofFolds(splits.train(), 5, 1);
 * SearchSpace space = new SearchSpace(teacher, BagOfEmbeddings.small(), schedule);
 * new SuccessiveHalving(16, OptionalDouble.empty())
 *         .tune(study, folds, space, 1)
 *         .ifPresent(tuned -> System.out.println(tuned.sentence()));
 * }</pre>
 *
 * <p>Texts with sets of labels have a {@link io.github.bkd4j.study.MultiLabelStudy}, which compares, and chooses
 * thresholds by cross-fitting and settings by cross-validated macro-F1.
 * {@link io.github.bkd4j.study.MultiLabelTeacher#crossValidated} says what their teacher is worth.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>The test split of a study is for the last table. Choose by {@link io.github.bkd4j.study.CrossValidation}, never
 *       by it.
 *   <li>A given teacher may have seen the texts of every fold; tune beside it on a validation split.
 *   <li>The best of many candidates is the best by chance too: a drawn one wins only by more than one standard error of
 *       the paired difference.
 *   <li>A kept trial is known by the contents of all splits, unlabelled texts, the fingerprint of the teacher, the
 *       settings, the seed and the version of this library. What else a recipe of your own depends on must be in its
 *       fingerprint; modules of your own are named to {@link io.github.bkd4j.study.TrialStore#in}.
 *   <li>An adjusted trial, {@code NAME+pla}, shares the training of the plain one.
 * </ul>
 */
@NullMarked
package io.github.bkd4j.study;

import org.jspecify.annotations.NullMarked;
