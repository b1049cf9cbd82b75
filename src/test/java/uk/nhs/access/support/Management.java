package uk.nhs.access.support;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.HttpServer;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** The port for those who run the service: health and metrics. */
public final class Management {

    private Management() {}

    public static Response get(String path) {
        int port = Arc.container().instance(HttpServer.class).get().getManagementPort();
        return RestAssured.given().port(port).get(path);
    }

    public static String metrics() {
        return get("/q/metrics").asString();
    }

    /**
     * What a metric stands at, over all of its series that have these labels.
     *
     * @param labels each as it is written, {@code name="value"}
     */
    public static double metric(String name, String... labels) {
        return Metrics.sum(metrics(), name, labels);
    }
}
