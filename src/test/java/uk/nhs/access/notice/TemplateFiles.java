package uk.nhs.access.notice;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The templates as they lie among the sources, read without the service. */
final class TemplateFiles {

    private static final Path ROOT = Path.of("src/main/resources/templates");

    private TemplateFiles() {}

    static Engine engine() {
        return Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addLocator(TemplateFiles::locate)
                .build();
    }

    /** What stands in each of those that notices have, by its name. */
    static Map<String, String> ofNotices() throws IOException {
        try (Stream<Path> paths = Files.list(ROOT.resolve("notice"))) {
            return paths.collect(Collectors.toMap(path -> path.getFileName().toString(), TemplateFiles::read));
        }
    }

    private static Optional<TemplateLocation> locate(String id) {
        Path file = ROOT.resolve(id);
        return Files.exists(file) ? Optional.of(new FileLocation(file)) : Optional.empty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private record FileLocation(Path file) implements TemplateLocation {

        @Override
        public Reader read() {
            return new StringReader(TemplateFiles.read(file));
        }

        @Override
        public Optional<Variant> getVariant() {
            boolean html = file.toString().endsWith(".html");
            return Optional.of(Variant.forContentType(html ? Variant.TEXT_HTML : Variant.TEXT_PLAIN));
        }
    }
}
