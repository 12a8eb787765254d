package io.github.bkd4j.serve;

import static io.github.bkd4j.serve.RequestException.METHOD_NOT_ALLOWED;
import static io.github.bkd4j.serve.RequestException.NOT_FOUND;
import static io.github.bkd4j.serve.RequestException.TOO_MANY;
import static io.github.bkd4j.serve.RequestException.UNAVAILABLE;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Chooses what answers a request, and counts it. */
final class ServiceHandler extends Handler.Abstract {

    private static final String CLASSIFY = "/v1/classify";
    private static final String OTHER = "other"; // however many unknown paths are tried, they are one in the metrics
    private static final int BUG = 500;

    private final Models models;
    private final ServerSettings settings;
    private final AtomicInteger inFlight = new AtomicInteger(); // requests to classify
    private final RequestMetrics metrics = new RequestMetrics();
    private final Map<String, Function<Request, Reply>> pages;
    private volatile boolean warm;
    private volatile boolean stopping;

    ServiceHandler(Models models, ServerSettings settings) {
        this.models = models;
        this.settings = settings;
        Reply page = Resources.read("index.html", "text/html; charset=utf-8");
        Reply style = Resources.read("page.css", "text/css; charset=utf-8");
        Reply script = Resources.read("page.js", "text/javascript; charset=utf-8");
        Reply description = Resources.read("openapi.json", "application/json");
        this.pages = Map.of(
                "/", request -> page,
                "/page.css", request -> style,
                "/page.js", request -> script,
                "/openapi.json", request -> description,
                "/healthz", request -> Reply.text("text/plain", "ok\n"),
                "/readyz", request -> ready(),
                "/metrics", request -> metrics(),
                "/v1/model", request -> Reply.json(model(request).description().json(models.names())));
    }

    /** From now on it is ready: it has practised. */
    void warm() {
        warm = true;
    }

    /** From now on it is not ready. */
    void stopping() {
        stopping = true;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (path.equals(CLASSIFY)) {
            classify(request, response, callback);
        } else {
            Function<Request, Reply> page = pages.get(path);
            send(page == null ? OTHER : path, reply(request, response, page), response, callback);
        }
        return true;
    }

    private Reply reply(Request request, Response response, @Nullable Function<Request, Reply> page) {
        try {
            if (page == null) {
                throw new RequestException(NOT_FOUND, "there is nothing here; /openapi.json describes what there is");
            }
            requireMethod(request, response, HttpMethod.GET, HttpMethod.HEAD);
            return page.apply(request);
        } catch (RuntimeException e) {
            return refused(e);
        }
    }

    private static void requireMethod(Request request, Response response, HttpMethod... allowed) {
        List<String> names = List.of(allowed).stream().map(HttpMethod::asString).toList();
        if (!names.contains(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, String.join(", ", names));
            throw new RequestException(
                    METHOD_NOT_ALLOWED,
                    "method must be " + names.get(0) + " but was " + Sentences.quoted(request.getMethod()));
        }
    }

    private void send(String route, Reply reply, Response response, Callback callback) {
        metrics.count(route, reply.status());
        reply.send(response, callback);
    }

    private Reply ready() {
        return stopping || !warm
                ? Reply.error(UNAVAILABLE, stopping ? "stopping" : "warming up")
                : Reply.text("text/plain", "ready\n");
    }

    private Reply metrics() {
        return Reply.text(PrometheusText.CONTENT_TYPE, new Metrics(metrics, models.all(), inFlight.get()).text());
    }

    private LoadedModel model(Request request) {
        return models.find(Request.extractQueryParameters(request).getValue("model"));
    }

    private void classify(Request request, Response response, Callback callback) {
        inFlight.incrementAndGet();
        Request.addCompletionListener(request, failure -> inFlight.decrementAndGet());
        try {
            requireRoom();
            requireMethod(request, response, HttpMethod.POST);
            LoadedModel model = model(request);
            Body.read(request, settings.limits(), (body, refusal) -> {
                Reply reply = refusal == null ? answer(model, body) : refused(refusal);
                finish(request, reply, response, callback);
            });
        } catch (RuntimeException e) {
            finish(request, refused(e), response, callback);
        }
    }

    private void requireRoom() {
        int most = settings.limits().requests();
        if (inFlight.get() > most) {
            throw new RequestException(
                    TOO_MANY, "requests at the same time must be at most " + most + " but were more");
        }
    }

    private void finish(Request request, Reply reply, Response response, Callback callback) {
        metrics.time(System.nanoTime() - request.getBeginNanoTime());
        send(CLASSIFY, reply, response, callback);
    }

    private Reply answer(LoadedModel model, byte[] body) {
        try {
            ClassifyRequest asked = RequestReader.read(body, settings.limits().texts());
            long deadline = System.nanoTime() + settings.limits().time().toNanos();
            List<Answer> answers = new Answers(model, asked, deadline).all();
            if (settings.logsTexts()) {
                log(model, asked.texts(), answers);
            }
            return Reply.json(AnswerWriter.write(model, asked, answers));
        } catch (RuntimeException | Error e) { // out of memory: the next request may be smaller
            return refused(e);
        }
    }

    private Reply refused(Throwable e) {
        if (e instanceof RequestException refusal) {
            return Reply.error(refusal.status(), refusal.sentence());
        }
        if (e instanceof HttpException wrong) {
            return Reply.error(
                    wrong.getCode(), "request must be valid HTTP but was not: its address cannot be decoded");
        }
        return bug(e);
    }

    private void log(LoadedModel model, List<String> texts, List<Answer> answers) {
        for (int i = 0; i < texts.size(); i++) {
            String label = String.join("|", answers.get(i).said().given());
            settings.log().accept(model.name() + "\t" + label + "\t" + Sentences.oneLine(texts.get(i)));
        }
    }

    /** Without the message of the exception, which may hold a text. */
    private Reply bug(Throwable e) {
        StringBuilder trace = new StringBuilder("a bug in bkd: " + e.getClass().getName());
        for (StackTraceElement element : e.getStackTrace()) {
            trace.append("\n    at ").append(element);
        }
        settings.log().accept(trace.toString());
        return Reply.error(BUG, "this is a bug in bkd, not in your request; the log of the server has a stack trace");
    }
}
