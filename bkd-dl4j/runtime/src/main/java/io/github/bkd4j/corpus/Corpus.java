package io.github.bkd4j.corpus;

import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.io.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Labelled instances in a fixed order, their classes in a fixed order: names sorted by code unit, positions from 0.
 * Immutable; equal to another with the same labels, instances and classes. A part of a corpus keeps the labels of the
 * whole, so that class positions agree between parts.
 *
 * @param <X> what is classified: a {@link String} for text
 */
public final class Corpus<X> {

    private final List<String> labels;
    private final List<X> instances;
    private final int[] classes; // [instances]

    private Corpus(List<String> labels, List<X> instances, int[] classes) {
        this.labels = labels;
        this.instances = instances;
        this.classes = classes;
    }

    /**
     * Collects labelled instances; the labels are those that occur.
     *
     * @param <X> what is classified
     * @param rows at least one instance
     * @return a corpus in the order of {@code rows}
     * @throws CorpusException if there is no instance
     */
    public static <X> Corpus<X> of(List<Labeled<X>> rows) {
        if (rows.isEmpty()) {
            throw new CorpusException("a corpus must have at least one instance but had none");
        }
        List<String> labels =
                rows.stream().map(Labeled::label).distinct().sorted().toList();
        Map<String, Integer> index = new HashMap<>();
        labels.forEach(label -> index.put(label, index.size()));
        return new Corpus<>(
                labels,
                rows.stream().map(Labeled::instance).toList(),
                rows.stream().mapToInt(row -> index.get(row.label())).toArray());
    }

    /**
     * Reads labelled texts, from the columns {@code label} and {@code text}:
     *
     * <ul>
     *   <li>.tsv: lines label, tab, text. Nothing is quoted; later tabs belong to the text and become blanks. A first
     *       line that names the columns, in any case, is a header, and may have other columns beside them.
     *   <li>.csv: comma-separated values below a header, in any order and case. Semicolons, tabs or pipes may stand for
     *       the commas. Fields may be quoted, and then have commas, quotes and line ends in them.
     *   <li>.jsonl: an object per line; the label is a string, an integer or a boolean, the text a string.
     *   <li>A folder: a sub-folder per class, named as its label, with a .txt file per instance, in the order of their
     *       names. Files beside the sub-folders and everything whose name begins with a dot are ignored.
     * </ul>
     *
     * <p>Strict UTF-8, with or without a byte order mark; unzipped if the name ends in .gz; labels and texts are
     * stripped of white space at both ends, and neither may be blank; a label has no tab and no line end in it; blank
     * lines at the end are ignored; one class is enough.
     *
     * @param path a file that ends in .tsv, .csv or .jsonl, each also with .gz, or a folder
     * @return a corpus in the order of the file
     * @throws CorpusException with file and line, if the name has another ending, the file cannot be read, is empty,
     *     lacks a column, or has a line that is not a row
     */
    public static Corpus<String> read(Path path) {
        return read(path, Columns.standard());
    }

    /**
     * Reads labelled texts from columns of other names, or without any.
     *
     * @param path a file that ends in .tsv, .csv or .jsonl, each also with .gz, or a folder, which has no columns
     * @param columns where the file has its labels and texts
     * @return a corpus in the order of the file
     * @throws CorpusException if the file lacks a column, or as {@link #read(Path)} does
     */
    public static Corpus<String> read(Path path, Columns columns) {
        if (Files.isDirectory(path)) {
            return FolderFormat.read(path);
        }
        Corpus<String> corpus = Corpus.of(TextFormat.of(path).read(path, columns, Wanted.LABELED));
        SwappedColumns.warn(path, corpus);
        return corpus;
    }

    /**
     * Reads labelled texts from a database: the columns {@code label} and {@code text} of a query's rows.
     *
     * <pre>{@code
     * Corpus.query(connection, "select queue as label, body as text from tickets order by id");
     * }</pre>
     *
     * @param connection open; stays open
     * @param sql a query; with an order if results are to be the same another time
     * @return a corpus in the order of the rows
     * @throws CorpusException with the number of the row, if the query fails, has other columns, no row, or a row
     *     without a label or a text; a label must be no floating-point number
     */
    public static Corpus<String> query(Connection connection, String sql) {
        return query(connection, sql, Columns.standard());
    }

    /**
     * Reads labelled texts from columns of other names in a database.
     *
     * @param connection see {@link #query(Connection, String)}
     * @param sql see {@link #query(Connection, String)}
     * @param columns which columns of the result are the label and the text
     * @return a corpus in the order of the rows
     * @throws CorpusException see {@link #query(Connection, String)}
     */
    public static Corpus<String> query(Connection connection, String sql, Columns columns) {
        return Corpus.of(Query.rows(connection, sql, columns));
    }

    /**
     * Number of instances.
     *
     * @return at least 0: only a part of a corpus can be empty
     */
    public int size() {
        return classes.length;
    }

    /**
     * The classes.
     *
     * @return names in their fixed order; classes without an instance in this part included
     */
    public List<String> labels() {
        return labels;
    }

    /**
     * What is classified.
     *
     * @return the instances in their fixed order
     */
    public List<X> instances() {
        return instances;
    }

    /**
     * The class of an instance.
     *
     * @param row position of the instance, from 0
     * @return position in {@link #labels()}
     */
    public int classOf(int row) {
        return classes[row];
    }

    /**
     * The classes of all instances.
     *
     * @return positions in {@link #labels()}, {@code [instances]}, a fresh array
     */
    public int[] classes() {
        return classes.clone();
    }

    /**
     * Counts the instances of each class.
     *
     * @return counts in the order of {@link #labels()}
     */
    public ClassCounts counts() {
        long[] counts = new long[labels.size()];
        for (int c : classes) {
            counts[c]++;
        }
        return new ClassCounts(labels, Arrays.stream(counts).boxed().toList());
    }

    /**
     * A part of this corpus, with the labels of the whole.
     *
     * @param rows positions of the instances to keep, in the order to keep them in, {@code [kept]}
     * @return the part
     */
    public Corpus<X> rows(int[] rows) {
        return new Corpus<>(
                labels,
                IntStream.of(rows).mapToObj(instances::get).toList(),
                IntStream.of(rows).map(row -> classes[row]).toArray());
    }

    /**
     * Splits by class: each part has every class in its share, to within one instance, in the order of this corpus. A
     * class too small for that stays in training as a whole; one warning names such classes.
     *
     * @param train share of the instances, &gt; 0; the shares sum to 1
     * @param validation share of the instances, &gt;= 0; 0 makes an empty part
     * @param test share of the instances, &gt;= 0; 0 makes an empty part
     * @param seed of the draw; a class's draw does not depend on the other classes
     * @return the parts, disjoint, with the labels of the whole
     * @throws IllegalArgumentException if a share is out of range, or there is no instance
     */
    public Splits<X> split(double train, double validation, double test, long seed) {
        return StratifiedSplit.of(this, new Shares(train, validation, test), seed);
    }

    /**
     * Cuts to a long tail. Classes are ranked by their counts, equal ones by name; those without an instance have no
     * rank. No class is lost.
     *
     * @param profile how many instances the class of a rank keeps, as far as it has them
     * @param seed of the draw; a class's draw does not depend on the other classes
     * @return the instances kept, in the order of this corpus, with the labels of the whole
     */
    public Corpus<X> cut(LongTail profile, long seed) {
        return LongTailCut.of(this, profile, seed);
    }

    /**
     * Refuses a corpus that nothing can be learned from. Readers do not: a test file may have one class.
     *
     * @param what the corpus is, for the message: {@code "training data"} or a file
     * @throws CorpusException if fewer than 2 classes have an instance
     */
    public void requireAtLeastTwoClasses(String what) {
        List<Integer> present =
                Arrays.stream(classes).distinct().limit(2).boxed().toList();
        if (present.size() < 2) {
            String found = present.isEmpty()
                    ? "none"
                    : "only '" + labels.get(present.get(0)) + "' (instances: " + size() + ")";
            throw new CorpusException(what + " must have at least 2 classes but had " + found);
        }
    }

    /**
     * Names the content: equal for equal labels and instances in the same order.
     *
     * @return SHA-256, 64 lower-case hexadecimal digits
     * @throws IllegalArgumentException if an instance is neither text nor of settings as {@link Fingerprint} lists them
     */
    public String fingerprint() {
        return fingerprint(Fingerprint::content);
    }

    /**
     * Names the content: equal for equal labels and instances in the same order.
     *
     * @param bytes all that there is to an instance
     * @return SHA-256, 64 lower-case hexadecimal digits
     */
    public String fingerprint(Function<? super X, byte[]> bytes) {
        return Sha256.of(IntStream.range(0, size())
                .boxed()
                .flatMap(row -> Stream.of(
                        labels.get(classes[row]).getBytes(StandardCharsets.UTF_8), bytes.apply(instances.get(row)))));
    }

    /** The rows of each class in their order, {@code [classes][instances of the class]}. */
    int[][] rowsByClass() {
        int[][] rows = counts().stream().mapToObj(n -> new int[(int) n]).toArray(int[][]::new);
        int[] filled = new int[labels.size()];
        for (int row = 0; row < classes.length; row++) {
            int c = classes[row];
            rows[c][filled[c]++] = row;
        }
        return rows;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Corpus<?> that
                && labels.equals(that.labels)
                && instances.equals(that.instances)
                && Arrays.equals(classes, that.classes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(labels, instances, Arrays.hashCode(classes));
    }

    @Override
    public String toString() {
        return "Corpus[instances=" + size() + ", classes=" + labels.size() + "]";
    }
}
