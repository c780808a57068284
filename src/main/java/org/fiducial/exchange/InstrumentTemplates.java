package org.fiducial.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.protocol.Catalogue;

/** Descriptions of instruments that come with the program, one for each common kind of microscope. */
public final class InstrumentTemplates {

    private static final List<String> NAMES = List.of("confocal", "spinning-disk", "widefield");

    private InstrumentTemplates() {}

    /** What there is, in the order it is offered. */
    public static List<String> names() {
        return NAMES;
    }

    /** The description of a name; empty where there is none. */
    public static Optional<InstrumentDraft> of(String name, Catalogue catalogue) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        try (InputStream in = InstrumentTemplates.class.getResourceAsStream("templates/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the template " + name + " is not in the program");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(
                    InstrumentFile.of(name + ".yaml", text, catalogue).draft());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
