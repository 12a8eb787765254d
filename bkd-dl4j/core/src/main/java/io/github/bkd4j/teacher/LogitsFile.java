package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.io.AtomicFile;
import io.github.bkd4j.loss.Temperature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A teacher's logits of a corpus, in files that any tool can write: a NumPy table {@code [instances, classes]}, row i
 * for instance i, and a label file that names the columns, in any order. This library also writes a description,
 * {@code NAME.npy.json}, which binds the table to its corpus and lists the rows where the teacher is silent; delete it
 * before you replace the table. Without a description only shape and labels can be checked.
 *
 * <pre>{@code
 * LogitsFile.ofTexts(Path.of("teacher.npy")).write(teacher, tickets.train());
 * CorpusLogits<String> teacher = LogitsFile.ofTexts(Path.of("teacher.npy")).asLogits();
 * }</pre>
 *
 * @param <X> what is classified: a {@link String} for text
 * @param npy the table: .npy of version 1.0 to 3.0, type f4 or f8, row-major or column-major, either byte order
 * @param labels one label per line, UTF-8; by convention {@code NAME.npy.labels}
 * @param bytes everything that identifies an instance, for the fingerprint of a corpus
 */
public record LogitsFile<X>(Path npy, Path labels, Function<? super X, byte[]> bytes) {

    /**
     * A table for a corpus of texts, with the label file beside it.
     *
     * @param npy the table
     * @return the table with the label file {@code NAME.npy.labels}
     */
    public static LogitsFile<String> ofTexts(Path npy) {
        return new LogitsFile<>(
                npy, npy.resolveSibling(npy.getFileName() + ".labels"), text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The same table with another label file.
     *
     * @param file one label per line, UTF-8
     * @return the table with that label file
     */
    public LogitsFile<X> withLabels(Path file) {
        return new LogitsFile<>(npy, file, bytes);
    }

    /**
     * Reads logits.
     *
     * @return logits named {@code logits:NAME.npy}, in the order of the corpus's labels; they refuse a corpus of
     *     another size or with other labels and, if the table has a description, any corpus but its own
     * @throws LogitsException if a file is missing, truncated, altered, of another format, type or shape, or has a
     *     number that is not finite in single precision
     */
    public CorpusLogits<X> asLogits() {
        return known(logits -> logits);
    }

    /**
     * Reads probabilities and turns them into logits {@code T0 log max(p, 1e-12)}.
     *
     * @param softenedAt the temperature T0 of the softmax that produced them; 1 for a plain softmax
     * @return logits, as {@link #asLogits} returns them
     * @throws LogitsException as {@link #asLogits} does, or if a number is negative, or a row does not sum to 1 within
     *     1e-3
     */
    public CorpusLogits<X> asProbabilities(Temperature softenedAt) {
        return known(probabilities -> Probabilities.logits(npy, probabilities, softenedAt));
    }

    /**
     * Reads the table without checking it against a corpus.
     *
     * @return its rows, over the labels of the label file in their order
     * @throws LogitsException as {@link #asLogits} does
     */
    public Logits read() {
        return logits(sidecar());
    }

    private CorpusLogits<X> known(UnaryOperator<Logits> toLogits) {
        Optional<Sidecar> sidecar = sidecar();
        Logits logits = toLogits.apply(logits(sidecar));
        return new FileLogits<>(this, logits, sidecar.map(Sidecar::fingerprint).orElse(null), new AtomicBoolean());
    }

    private Optional<Sidecar> sidecar() {
        return Files.exists(Sidecar.beside(npy)) ? Optional.of(Sidecar.read(npy)) : Optional.empty();
    }

    private Logits logits(Optional<Sidecar> sidecar) {
        float[][] rows = NpyFile.read(npy); // [instances, classes]
        List<String> known = LabelFile.read(labels);
        sidecar.ifPresent(said -> requireSameLabels(said, known));
        return NpyLogits.of(npy, rows, known, sidecar.map(Sidecar::silent).orElse(List.of()));
    }

    private void requireSameLabels(Sidecar sidecar, List<String> known) {
        if (!sidecar.labels().equals(known)) {
            throw new LogitsException(labels + ": must have the labels of "
                    + Sidecar.beside(npy).getFileName() + " in their order but had others");
        }
    }

    /**
     * Predicts a corpus with a teacher and writes the table, the label file, and the description that binds them to the
     * corpus. Checks that the files can be written before it predicts.
     *
     * @param teacher whose logits are written
     * @param corpus the instances to predict
     * @throws LogitsException if a label spans several lines
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    public void write(Teacher<X> teacher, Corpus<X> corpus) {
        AtomicFile.requireWritable(npy);
        AtomicFile.requireWritable(labels);
        write(teacher.name(), teacher.predict(corpus.instances()), corpus);
    }

    /**
     * Writes existing logits: the table, the label file, and the description that binds them to the corpus.
     *
     * @param name of the teacher that predicted them
     * @param logits one row per instance
     * @param corpus the instances that the logits were computed for
     * @throws IllegalArgumentException if there is not one row per instance
     * @throws LogitsException if a label spans several lines
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    public void write(String name, Logits logits, Corpus<X> corpus) {
        write(name, logits, corpus.size(), corpus.fingerprint(bytes));
    }

    /**
     * The same for instances with sets of labels.
     *
     * @param name of the teacher that predicted them
     * @param logits one row per instance
     * @param corpus the instances that the logits were computed for
     * @throws IllegalArgumentException if there is not one row per instance
     * @throws LogitsException if a label spans several lines
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    public void write(String name, Logits logits, MultiLabelCorpus<X> corpus) {
        write(name, logits, corpus.size(), corpus.fingerprint());
    }

    private void write(String name, Logits logits, int instances, String fingerprint) {
        GivenLogits.requireRows(name, logits, instances);
        LabelFile.write(labels, logits.labels());
        NpyLogits.write(npy, logits, name, fingerprint);
    }

    /**
     * Reads logits of a corpus with sets of labels.
     *
     * @param corpus what they must belong to
     * @return one row per instance, over the labels of the corpus
     * @throws LogitsException as {@link #asLogits} does, or if they are of another size, of other labels or, where the
     *     table has a description, of another corpus
     */
    public Logits about(MultiLabelCorpus<X> corpus) {
        return about(corpus, logits -> logits);
    }

    /**
     * Reads probabilities of a corpus with sets of labels, each that of one label being present, and turns them into
     * logits {@code T0 log(p / (1 - p))}, p being kept 1e-12 away from 0 and 1.
     *
     * @param corpus what they must belong to
     * @param softenedAt the temperature T0 of the sigmoids that produced them; 1 for plain ones
     * @return one row per instance, over the labels of the corpus
     * @throws LogitsException as {@link #about(MultiLabelCorpus)} does, or if a number is not in [0, 1]
     */
    public Logits probabilitiesAbout(MultiLabelCorpus<X> corpus, Temperature softenedAt) {
        return about(corpus, probabilities -> Probabilities.ofLabels(npy, probabilities, softenedAt));
    }

    private Logits about(MultiLabelCorpus<X> corpus, UnaryOperator<Logits> toLogits) {
        Optional<Sidecar> sidecar = sidecar();
        Logits logits = toLogits.apply(logits(sidecar));
        FileLogits.requireSize(npy, logits, corpus.size());
        sidecar.ifPresent(said -> GivenLogits.requireSame(npy + ": logits", said.fingerprint(), corpus.fingerprint()));
        return FileLogits.ordered(labels, logits, corpus.labels());
    }
}
