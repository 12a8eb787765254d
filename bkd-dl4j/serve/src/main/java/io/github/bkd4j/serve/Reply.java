package io.github.bkd4j.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What a client is sent.
 *
 * @param status of HTTP
 * @param type of the body
 * @param body its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // not compared
record Reply(int status, String type, byte[] body) {

    private static final int OK = 200;
    private static final String JSON = "application/json";
    private static final HttpField NO_SNIFFING = new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
    private static final HttpField NO_STORE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
    /** The page uses nothing but its own files and this service. */
    private static final HttpField OWN_FILES_ONLY = new PreEncodedHttpField(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    static Reply json(byte[] body) {
        return new Reply(OK, JSON, body);
    }

    static Reply text(String type, String body) {
        return new Reply(OK, type, body.getBytes(UTF_8));
    }

    static Reply error(int status, String sentence) {
        return new Reply(status, JSON, Json.error(sentence));
    }

    void send(Response response, Callback callback) {
        response.setStatus(status);
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, type);
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        headers.put(NO_SNIFFING);
        headers.put(NO_STORE);
        headers.put(OWN_FILES_ONLY);
        if (status == RequestException.TOO_MANY) {
            headers.put(HttpHeader.RETRY_AFTER, 1); // seconds
        }
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
