package io.github.bkd4j.serve;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Closes connections that have had no request for a while: also those on which one byte of a header arrives now and
 * then, which never look idle to the server.
 */
final class IdleConnections extends Handler.Wrapper implements Connection.Listener {

    private static final long BUSY = Long.MAX_VALUE;

    private final Map<Connection, Long> idleSince = new ConcurrentHashMap<>(); // by System.nanoTime, or BUSY

    IdleConnections(Handler handler) {
        super(handler);
    }

    @Override
    public void onOpened(Connection connection) {
        idleSince.put(connection, System.nanoTime());
    }

    @Override
    public void onClosed(Connection connection) {
        idleSince.remove(connection);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Connection connection = request.getConnectionMetaData().getConnection();
        idleSince.replace(connection, BUSY);
        Request.addCompletionListener(request, failure -> idleSince.replace(connection, System.nanoTime()));
        return super.handle(request, response, callback);
    }

    /** Closes those that have been idle for longer. */
    void close(Duration longer) {
        long now = System.nanoTime();
        idleSince.forEach((connection, since) -> {
            if (since != BUSY && now - since > longer.toNanos()) {
                connection.getEndPoint().close();
            }
        });
    }
}
