package io.github.bkd4j.text;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Texts into token ids, by a vocabulary fitted on training texts. Thread-safe. A text without any known token becomes
 * the unknown token alone, so that no text is empty; {@link #hasKnownToken} tells. That a text is cut is said once in
 * the log.
 */
public final class TextEncoder {

    private final TextEncoding encoding;
    private final Vocabulary vocabulary;
    private final AtomicReferenceArray<int[]> characters; // runs of a word's characters by its id, once it was read
    private final AtomicBoolean saidCut = new AtomicBoolean();

    /**
     * Joins a recipe with what was learnt by it.
     *
     * @param encoding how texts become tokens
     * @param vocabulary the known tokens
     */
    public TextEncoder(TextEncoding encoding, Vocabulary vocabulary) {
        this.encoding = encoding;
        this.vocabulary = vocabulary;
        this.characters = new AtomicReferenceArray<>(encoding.characters() > 0 ? vocabulary.size() : 0);
    }

    /**
     * How texts become tokens.
     *
     * @return the recipe
     */
    public TextEncoding encoding() {
        return encoding;
    }

    /**
     * The known tokens.
     *
     * @return the vocabulary
     */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /**
     * Whether a text has anything that the vocabulary knows. What is said of a text without it is a guess.
     *
     * @param text any; an empty one has nothing
     * @return true if at least one token of the words that are looked at is known
     */
    public boolean hasKnownToken(String text) {
        List<String> words = encoding.words(text);
        return isAnyKnown(words) || isAnyKnown(encoding.tokens(words)); // most texts have a known word
    }

    /**
     * How much of a text the vocabulary lacks.
     *
     * @param text any
     * @return share of the words that are looked at, from 0 to 1; 1 for a text without words
     */
    public double unknownShare(String text) {
        return unknownShare(text, id -> id != Vocabulary.UNKNOWN);
    }

    /**
     * How much of a training text the vocabulary would lack if it had been fitted on the other texts alone.
     *
     * @param text one that the vocabulary was fitted on
     * @return share of the words that are looked at, from 0 to 1; 1 for a text without words
     */
    public double unknownShareLeftOut(String text) {
        return unknownShare(text, id -> vocabulary.hasWithoutOne(id, encoding.minCount()));
    }

    private double unknownShare(String text, IntPredicate isKnown) {
        List<String> words = encoding.words(text);
        long known = words.stream().mapToInt(vocabulary::id).filter(isKnown).count();
        return words.isEmpty() ? 1 : 1 - (double) known / words.size();
    }

    private boolean isAnyKnown(List<String> tokens) {
        return tokens.stream().anyMatch(token -> vocabulary.id(token) != Vocabulary.UNKNOWN);
    }

    /**
     * Adds words to the vocabulary, behind those of the training texts.
     *
     * @param lexicon words, each once
     * @return an encoder that knows them, too
     */
    public TextEncoder with(List<String> lexicon) {
        return new TextEncoder(encoding, vocabulary.with(lexicon));
    }

    /**
     * The tokens of a text as {@link #encode} passes them to a network, before they are weighted.
     *
     * @param text any
     * @return known tokens in a bag, every word where order matters; none if no token is known
     */
    public List<TextToken> tokens(String text) {
        List<TextToken> all = TextToken.of(encoding, vocabulary, encoding.words(text));
        List<TextToken> known = all.stream().filter(TextToken::isKnown).toList();
        return known.isEmpty() || encoding.weighting() != Weighting.SEQUENCE ? known : all;
    }

    /**
     * Turns texts into tokens.
     *
     * @param texts what is encoded
     * @return one row per text, in their order; none is empty
     */
    public TokenRows encode(List<String> texts) {
        int[][] ids = new int[texts.size()][]; // [texts][tokens]
        for (int i = 0; i < ids.length; i++) {
            ids[i] = ids(i, texts.get(i));
        }
        return switch (encoding.weighting()) {
            case SEQUENCE -> TokenRows.sequences(ids);
            case MEAN -> TokenBags.mean(ids);
            case TF_IDF -> TokenBags.tfIdf(ids, vocabulary, encoding.characters() > 0);
        };
    }

    private int[] ids(int position, String text) {
        List<String> words = encoding.allWords(text);
        if (words.size() > encoding.maxWords()) {
            sayCut(position, words.size());
            words = words.subList(0, encoding.maxWords());
        }
        int[] ids = withCharacters(
                encoding.runs(words).stream().mapToInt(vocabulary::id).toArray(), words);
        int[] known = Arrays.stream(ids).filter(id -> id != Vocabulary.UNKNOWN).toArray();
        if (known.length == 0) {
            return new int[] {Vocabulary.UNKNOWN};
        }
        return encoding.weighting() == Weighting.SEQUENCE ? ids : known;
    }

    /** Adds the ids of the known runs of characters to those of words, which come first, and of runs of words. */
    private int[] withCharacters(int[] ids, List<String> words) {
        if (encoding.characters() == 0) {
            return ids;
        }
        int[][] added = new int[words.size()][];
        int size = ids.length;
        for (int i = 0; i < added.length; i++) {
            added[i] = characters(words.get(i), ids[i]);
            size += added[i].length;
        }
        int[] all = Arrays.copyOf(ids, size);
        int end = ids.length;
        for (int[] some : added) {
            System.arraycopy(some, 0, all, end, some.length);
            end += some.length;
        }
        return all;
    }

    private int[] characters(String word, int id) {
        int[] kept = id == Vocabulary.UNKNOWN ? null : characters.get(id);
        if (kept != null) {
            return kept;
        }
        int[] known = encoding.charactersOf(word).stream()
                .mapToInt(vocabulary::id)
                .filter(run -> run != Vocabulary.UNKNOWN)
                .toArray();
        if (id != Vocabulary.UNKNOWN) {
            characters.set(id, known);
        }
        return known;
    }

    private void sayCut(int position, int words) {
        if (!saidCut.getAndSet(true)) {
            Log.LOG.warn(
                    "text {} has {} words; the network looks at the first {} (said once)",
                    position + 1,
                    words,
                    encoding.maxWords());
        }
    }

    /** Loaded with the first warning: to start the logging takes longer than to answer. */
    private static final class Log {
        static final Logger LOG = LoggerFactory.getLogger(TextEncoder.class);
    }
}
