package io.github.bkd4j.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;

/** SHA-256 over labels and instances, each framed by its length so that no two corpora run into the same bytes. */
final class Fingerprint {

    private Fingerprint() {}

    static <X> String of(Corpus<X> corpus, Function<? super X, byte[]> bytes) {
        MessageDigest digest = sha256();
        for (int row = 0; row < corpus.size(); row++) {
            String label = corpus.labels().get(corpus.classOf(row));
            add(digest, label.getBytes(StandardCharsets.UTF_8));
            add(digest, bytes.apply(corpus.instances().get(row)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
