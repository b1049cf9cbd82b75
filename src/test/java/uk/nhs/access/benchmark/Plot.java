package uk.nhs.access.benchmark;

import java.util.List;
import java.util.Locale;

/** Bars: the service beside its two floors, for each operation and number of connections. */
final class Plot {

    private static final int LEFT = 260;
    private static final int WIDTH = 560;
    private static final int BAR = 9;
    private static final int GROUP = 4 * BAR;
    private static final List<String> COLOURS = List.of("#005eb8", "#768692", "#d8dde0");
    private static final List<String> NAMES =
            List.of("the service", "(a) the same rows, a statement each", "(b) the same rows, one statement");

    private Plot() {}

    static String of(List<Measurement> measured) {
        double most = measured.stream()
                .mapToDouble(each -> Math.max(each.rate(), Math.max(each.separate(), each.single())))
                .max()
                .orElse(1);
        int height = 80 + measured.size() * GROUP;
        StringBuilder svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                        .formatted(LEFT + WIDTH + 80, height));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        for (int i = 0; i < NAMES.size(); i++) {
            bar(svg, 20 + i * 270, 20, BAR, COLOURS.get(i));
            text(svg, 35 + i * 270, 28, NAMES.get(i));
        }
        text(svg, LEFT, 55, "requests, or transactions, in a second");
        int y = 65;
        for (Measurement each : measured) {
            text(svg, 20, y + 2 * BAR, each.operation().words() + ", " + each.connections() + " at a time");
            List<Double> rates = List.of(each.rate(), each.separate(), each.single());
            for (int i = 0; i < rates.size(); i++) {
                int length = (int) Math.round(rates.get(i) / most * WIDTH);
                bar(svg, LEFT, y + i * BAR, length, COLOURS.get(i));
                text(
                        svg,
                        LEFT + length + 5,
                        y + i * BAR + BAR - 1,
                        String.format(Locale.ROOT, "%.0f", rates.get(i)),
                        9);
            }
            y += GROUP;
        }
        return svg.append("</svg>\n").toString();
    }

    private static void bar(StringBuilder svg, int x, int y, int length, String colour) {
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n"
                .formatted(x, y, length, BAR - 1, colour));
    }

    private static void text(StringBuilder svg, int x, int y, String words) {
        text(svg, x, y, words, 12);
    }

    private static void text(StringBuilder svg, int x, int y, String words, int size) {
        svg.append("<text x=\"%d\" y=\"%d\" font-size=\"%d\">%s</text>%n".formatted(x, y, size, words));
    }
}
