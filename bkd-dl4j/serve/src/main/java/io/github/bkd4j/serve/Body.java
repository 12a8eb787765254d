package io.github.bkd4j.serve;

import static io.github.bkd4j.serve.RequestException.BAD_REQUEST;
import static io.github.bkd4j.serve.RequestException.TOO_LARGE;
import static io.github.bkd4j.serve.RequestException.TOO_SLOW;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Collects the body of a request without blocking a thread. One that is too large is read to its end, without being
 * kept, for most clients read no answer before they have sent everything.
 */
final class Body {

    private static final int USUAL = 4096; // bytes

    private final Request request;
    private final Limits limits;
    private final BiConsumer<byte[], @Nullable RequestException> then;
    private final ByteArrayOutputStream bytes;
    private final AtomicBoolean done = new AtomicBoolean();
    private Scheduler.@Nullable Task timeout;
    private boolean tooLarge;

    private Body(Request request, Limits limits, BiConsumer<byte[], @Nullable RequestException> then) {
        this.request = request;
        this.limits = limits;
        this.then = then;
        this.bytes =
                new ByteArrayOutputStream((int) Math.min(Math.max(request.getLength(), USUAL), limits.bodyBytes()));
    }

    /** Calls {@code then} once, maybe on another thread, with the body or with why there is none. */
    static void read(Request request, Limits limits, BiConsumer<byte[], @Nullable RequestException> then) {
        Body body = new Body(request, limits, then);
        body.tooLarge = request.getLength() > limits.bodyBytes();
        if (body.tooLarge && request.getHeaders().contains(HttpHeader.EXPECT)) {
            body.end(body.refusal()); // the client waits for leave to send it
        } else {
            body.read();
        }
    }

    private void read() {
        while (!done.get()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                await();
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                end(new RequestException(BAD_REQUEST, "body must be complete but was not"));
                return;
            }
            keep(chunk.getByteBuffer());
            boolean last = chunk.isLast();
            chunk.release();
            if (last) {
                end(tooLarge ? refusal() : null);
            }
        }
    }

    private void await() {
        if (timeout == null) {
            timeout = request.getComponents()
                    .getScheduler()
                    .schedule(
                            () -> end(tooLarge ? refusal() : tooSlow()),
                            limits.time().toMillis(),
                            TimeUnit.MILLISECONDS);
        }
        request.demand(this::read);
    }

    private void keep(ByteBuffer part) {
        tooLarge |= bytes.size() + part.remaining() > limits.bodyBytes();
        while (!tooLarge && part.hasRemaining()) {
            byte[] some = new byte[part.remaining()];
            part.get(some);
            bytes.writeBytes(some);
        }
    }

    private RequestException refusal() {
        return new RequestException(
                TOO_LARGE,
                String.format(Locale.ROOT, "body must be at most %,d bytes but was larger", limits.bodyBytes()));
    }

    private RequestException tooSlow() {
        return new RequestException(
                TOO_SLOW, "body must arrive within " + limits.time().toMillis() + " ms but did not");
    }

    private void end(@Nullable RequestException refusal) {
        if (done.compareAndSet(false, true)) {
            if (timeout != null) {
                timeout.cancel();
            }
            then.accept(bytes.toByteArray(), refusal);
        }
    }
}
