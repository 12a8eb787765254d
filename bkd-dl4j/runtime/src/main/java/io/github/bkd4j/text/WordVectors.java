package io.github.bkd4j.text;

import io.github.bkd4j.io.Checks;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.io.Fingerprinted;
import io.github.bkd4j.io.FloatBlock;
import io.github.bkd4j.io.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Words, or runs of words joined by blanks, and a vector for each: what a student's table of embeddings can start from.
 * Has at least one word. Immutable.
 */
public final class WordVectors implements Fingerprinted {

    private final int dimension;
    private final Map<String, float[]> vectors; // [dimension] each, in the order that they came in

    private WordVectors(int dimension, Map<String, float[]> vectors) {
        this.dimension = dimension;
        this.vectors = vectors;
    }

    /**
     * Reads all vectors of a text file, as {@link #read(Path, Predicate)} does.
     *
     * @param file of GloVe, word2vec or fastText, as text
     * @return the vectors in the order of the file
     * @throws WordVectorsException if the file cannot be read as word vectors
     */
    public static WordVectors read(Path file) {
        return read(file, word -> true);
    }

    /**
     * Reads the vectors of the wanted words from a text file, line by line, so that a file may be far larger than
     * memory:
     *
     * <pre>{@code
     * WordVectors.read(Path.of("glove.840B.300d.txt"), word -> vocabulary.id(word) != Vocabulary.UNKNOWN)
     * }</pre>
     *
     * <p>A line is a word and its values, separated by blanks; unzipped if the file's name ends in .gz. A first line of
     * two whole numbers is a header: how many vectors follow, and their dimension; without it, the first line tells the
     * dimension. A line is split from the right, for words of GloVe have blanks in them. Bytes that are not UTF-8,
     * which word2vec writes where it cuts a word, become U+FFFD. Of a word that comes more than once the first vector
     * is taken, and that is said once in the log. The values of words that are not wanted are counted but not parsed.
     *
     * @param file of GloVe ({@code .txt}), word2vec or fastText ({@code .vec}), as text
     * @param wanted whether a word's vector is kept
     * @return the vectors in the order of the file
     * @throws WordVectorsException with file and line, if the file cannot be read, is empty or binary, a line has
     *     another number of values than the first, a value is not a finite number, the header disagrees with what
     *     follows, or no word is wanted
     */
    public static WordVectors read(Path file, Predicate<String> wanted) {
        Map<String, float[]> vectors = VectorFile.read(file, wanted);
        return new WordVectors(vectors.values().iterator().next().length, vectors);
    }

    /**
     * Takes vectors from code.
     *
     * @param vectors words and their vectors, {@code [dimension]} each, at least one; copied
     * @return the vectors in the order of the map
     * @throws IllegalArgumentException if there is no word, a vector is empty or has another length than the first, or
     *     a value is not finite
     */
    public static WordVectors of(Map<String, float[]> vectors) {
        Checks.require(!vectors.isEmpty(), "word vectors must have at least one word but had none");
        int dimension = vectors.values().iterator().next().length;
        Checks.require(dimension >= 1, "dimension must be >= 1 but was 0");
        Map<String, float[]> copies = new LinkedHashMap<>();
        vectors.forEach((word, vector) ->
                copies.put(word, valid(word, vector, dimension).clone()));
        return new WordVectors(dimension, copies);
    }

    /**
     * Embeds words and n-grams by a sentence encoder, so that a student starts from what its teacher knows:
     * {@code WordVectors.embedding(vocabulary.tokens(), encoder)}.
     *
     * @param words each once, n-grams as words joined by blanks, at least one
     * @param encoder texts into vectors, {@code [texts][dimension]}; called once
     * @return the vectors in the order of the words
     * @throws IllegalArgumentException if a word comes twice, or the encoder does not return one valid vector a word
     */
    public static WordVectors embedding(List<String> words, Function<List<String>, float[][]> encoder) {
        float[][] rows = encoder.apply(words); // [words][dimension]
        Checks.require(
                rows.length == words.size(),
                "encoder must return one vector a word, " + words.size() + ", but returned " + rows.length);
        Map<String, float[]> vectors = new LinkedHashMap<>();
        for (int i = 0; i < rows.length; i++) {
            String word = words.get(i);
            Checks.require(vectors.put(word, rows[i]) == null, "words must be distinct but '" + word + "' came twice");
        }
        return of(vectors);
    }

    private static float[] valid(String word, float[] vector, int dimension) {
        Checks.require(
                vector.length == dimension,
                "vector of '" + word + "' must have " + dimension + " values but had " + vector.length);
        for (int i = 0; i < dimension; i++) {
            if (!Float.isFinite(vector[i])) { // no message is made for the millions that are
                throw new IllegalArgumentException(
                        "value " + (i + 1) + " of '" + word + "' must be finite but was " + vector[i]);
            }
        }
        return vector;
    }

    /**
     * Length of each vector.
     *
     * @return at least 1
     */
    public int dimension() {
        return dimension;
    }

    /**
     * The words that have a vector.
     *
     * @return at least one word, in the order that they came in
     */
    public List<String> words() {
        return List.copyOf(vectors.keySet());
    }

    /**
     * Looks a word up.
     *
     * @param word as it was written, case included
     * @return its vector, {@code [dimension]}, a fresh array; empty if it has none
     */
    public Optional<float[]> vector(String word) {
        return Optional.ofNullable(vectors.get(word)).map(float[]::clone);
    }

    /**
     * Euclidean length of the vectors, on average.
     *
     * @return at least 0
     */
    public double meanNorm() {
        return vectors.values().stream()
                .mapToDouble(WordVectors::norm)
                .average()
                .orElseThrow();
    }

    private static double norm(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }

    /**
     * Multiplies all vectors by one number. The vectors of an encoder all have norm 1, which is far more than a table
     * of embeddings usually starts from.
     *
     * @param meanNorm what {@link #meanNorm()} shall be, finite and &gt; 0
     * @return the same words with scaled vectors
     * @throws IllegalArgumentException if {@code meanNorm} is out of range or all vectors are 0
     */
    public WordVectors scaledTo(double meanNorm) {
        Checks.finiteAndPositive("mean norm", meanNorm);
        double own = meanNorm();
        Checks.require(own > 0, "vectors to be scaled must have a mean norm > 0 but it was " + own);
        List<float[]> scaled = vectors.values().stream()
                .map(vector -> times(vector, meanNorm / own))
                .toList();
        return new WordVectors(dimension, withVectors(scaled));
    }

    private static float[] times(float[] vector, double factor) {
        float[] product = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            product[i] = (float) (factor * vector[i]);
        }
        return product;
    }

    private Map<String, float[]> withVectors(List<float[]> rows) {
        Map<String, float[]> changed = new LinkedHashMap<>();
        vectors.keySet().forEach(word -> changed.put(word, rows.get(changed.size())));
        return changed;
    }

    @Override
    public String toString() {
        return "WordVectors[words=" + vectors.size() + ", dimension=" + dimension + ", fingerprint="
                + fingerprint().hex() + "]";
    }

    /** The words and the vectors, by their SHA-256. */
    @Override
    public Fingerprint fingerprint() {
        String content = Sha256.of(vectors.entrySet().stream()
                .flatMap(entry ->
                        Stream.of(entry.getKey().getBytes(StandardCharsets.UTF_8), FloatBlock.of(entry.getValue()))));
        return Fingerprint.of().with("word vectors", content);
    }
}
