package uk.nhs.access.packaged;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes the traces that an agent exports, by OTLP over HTTP. */
final class Collector implements AutoCloseable {

    private final List<Spans.Span> taken = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private Collector(HttpServer server) {
        this.server = server;
    }

    static Collector start() {
        try {
            Collector collector = new Collector(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
            collector.server.createContext("/v1/traces", collector::take);
            collector.server.start();
            return collector;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Spans spans() {
        return new Spans(List.copyOf(taken));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        taken.addAll(Spans.in(exchange.getRequestBody().readAllBytes()).toList());
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }
}
