package io.github.bkd4j.serve;

import java.util.Locale;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty refuses, such as a request that is no HTTP, in the form of the other refusals. */
final class RefusedByJetty implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException e
                ? e.getCode()
                : response.getStatus();
        String reason = HttpStatus.getMessage(status).toLowerCase(Locale.ROOT);
        Reply.error(status, "request must be valid HTTP and the server running, but: " + reason)
                .send(response, callback);
        return true;
    }
}
