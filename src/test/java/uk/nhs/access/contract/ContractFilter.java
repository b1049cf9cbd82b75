package uk.nhs.access.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fails the test whose request or answer under {@code /v1} breaks the contract. */
public final class ContractFilter implements Filter {

    private static final Contract CONTRACT = new Contract();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var answer = context.next(request, expected);
        var path = URI.create(request.getURI()).getRawPath();
        if (!path.equals("/v1") && !path.startsWith("/v1/")) {
            return answer;
        }
        var body = answer.asByteArray();
        check(new Exchange(
                request.getMethod(),
                path,
                text(request.getBody()),
                answer.statusCode(),
                answer.headers().asList().stream()
                        .collect(Collectors.toMap(Header::getName, Header::getValue, (first, next) -> first)),
                new String(body, StandardCharsets.UTF_8)));
        return new ResponseBuilder().clone(answer).setBody(body).build();
    }

    private static void check(Exchange exchange) {
        var breaches = CONTRACT.breaches(exchange);
        if (!breaches.isEmpty()) {
            throw new AssertionError("openapi.yaml is broken: %s%n- %s%nthe request was %s%nthe answer was %s"
                    .formatted(
                            exchange,
                            String.join(System.lineSeparator() + "- ", breaches),
                            exchange.requestBody(),
                            exchange.answerBody()));
        }
    }

    private static String text(@Nullable Object body) {
        if (body == null) {
            return "";
        }
        if (body instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try {
            return body instanceof String text ? text : new ObjectMapper().writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }
}
