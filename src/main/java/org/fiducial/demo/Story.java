package org.fiducial.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.fiducial.metrology.protocol.YamlDocument;
import org.fiducial.metrology.protocol.YamlMapping;

/** The invented microscopes of the demonstration, and what happened to them in three years. */
final class Story {

    private static final String INDEX = "microscopes.yaml";

    private final List<Microscope> microscopes;

    private Story(List<Microscope> microscopes) {
        this.microscopes = List.copyOf(microscopes);
    }

    /** Reads the descriptions that come with the program. */
    static Story read() {
        return new Story(document(INDEX).allowOnly("microscopes").texts("microscopes").stream()
                .map(slug -> new MicroscopeFile(document(slug + ".yaml")).microscope(slug))
                .toList());
    }

    List<Microscope> microscopes() {
        return microscopes;
    }

    Microscope microscope(String slug) {
        return microscopes.stream()
                .filter(each -> each.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the demonstration has no microscope '" + slug + "'"));
    }

    /** All checks, oldest first. */
    List<PlannedCheck> checks() {
        return microscopes.stream()
                .flatMap(microscope -> microscope.checks().stream())
                .sorted(Comparator.comparingInt(PlannedCheck::daysBeforeEnd)
                        .reversed()
                        .thenComparing(planned -> planned.task().startsAt(planned.daysBeforeEnd())))
                .toList();
    }

    private static YamlMapping document(String name) {
        try (InputStream stream = Objects.requireNonNull(Story.class.getResourceAsStream(name), name)) {
            return YamlDocument.of(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .root();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
