package uk.nhs.access.operations;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an expression of Prometheus asks of one label of a metric.
 *
 * @param operator {@code =} or {@code !=}, or {@code =~} or {@code !~} with a pattern
 */
record Chosen(String metric, String label, String operator, String value) {

    private static final Pattern SELECTOR = Pattern.compile("([a-z_]+)\\{([^}]*)}");
    private static final Pattern OF_LABEL = Pattern.compile("([a-z]+)(=~|!~|!=|=)\"([^\"]+)\"");

    static Stream<Chosen> in(String expression) {
        return SELECTOR.matcher(expression)
                .results()
                .flatMap(selector -> OF_LABEL.matcher(selector.group(2))
                        .results()
                        .map(label -> new Chosen(selector.group(1), label.group(1), label.group(2), label.group(3))));
    }

    /** Of a pattern each of its alternatives, with what is in brackets spelt out. */
    List<Pattern> alternatives() {
        if (!operator.endsWith("~")) {
            return List.of(Pattern.compile(Pattern.quote(value)));
        }
        int bracket = value.indexOf('(');
        String before = bracket < 0 ? "" : value.substring(0, bracket);
        String either = bracket < 0 ? value : value.substring(bracket + 1, value.indexOf(')'));
        return Arrays.stream(either.split("\\|"))
                .map(end -> Pattern.compile(before + end))
                .toList();
    }

    /** The values of the label that are measured. */
    List<String> measured(String metrics) {
        Pattern series = Pattern.compile("^" + metric + "\\{(?:.*,)?" + label + "=\"([^\"]*)\"", Pattern.MULTILINE);
        return series.matcher(metrics).results().map(line -> line.group(1)).toList();
    }
}
