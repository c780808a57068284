package org.fiducial.facility.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Component.Kind;
import org.fiducial.facility.methods.AcquiredImage.Setting;

/**
 * What an image says beside what the registry says of the same.
 *
 * @param rows in the order they are read
 */
public record Comparison(List<Row> rows) {

    /** Two numerical apertures are one if they differ by less. */
    private static final double NA_STEP = 0.005;

    private static final double MAGNIFICATION_STEP = 0.05;

    /** Lines of one name differ by as much from maker to maker. */
    private static final double LINE_NM = 4;

    public Comparison {
        rows = List.copyOf(rows);
    }

    /** How two accounts of one thing stand to each other. */
    public enum Agreement {
        SAME,
        DIFFERENT,
        /** Only one of them says something. */
        ONE_SIDED
    }

    /**
     * One thing.
     *
     * @param key the word by which a language knows what it is
     * @param registry what the registry says
     * @param image what the image says
     */
    public record Row(String key, Optional<Value> registry, Optional<Value> image, Agreement agreement) {}

    /** The number of rows in which they differ. */
    public long differences() {
        return rows.stream()
                .filter(row -> row.agreement() == Agreement.DIFFERENT)
                .count();
    }

    /**
     * Compares an image with the registry.
     *
     * @param serials whether serial numbers may be shown; where not, they are not even compared
     */
    public static Comparison of(Setup setup, AcquiredImage image, boolean serials) {
        Rows rows = new Rows();
        rows.text(
                "manufacturer",
                setup.stand().make().manufacturer(),
                image.stand().manufacturer());
        rows.text("model", setup.stand().make().model(), image.stand().model());
        if (serials) {
            rows.text("serial", setup.stand().make().serial(), image.stand().serial());
        }
        List<Hardware.Part> lenses =
                setup.parts(Kind.OBJECTIVE).stream().map(Hardware::part).toList();
        Optional<Hardware.Part> lens = lenses.stream().findFirst();
        Optional<AcquiredImage.Part> used = image.objective();
        rows.text(
                "objective",
                lens.map(each -> each.make().title()).orElse(""),
                used.map(each -> each.make().title()).orElse(""));
        rows.number(
                "magnification",
                property(lens, Hardware.MAGNIFICATION),
                shown(used, Hardware.MAGNIFICATION),
                MAGNIFICATION_STEP);
        rows.number("na", property(lens, Hardware.NA), shown(used, Hardware.NA), NA_STEP);
        rows.number("immersion", property(lens, Hardware.IMMERSION), shown(used, Hardware.IMMERSION), 0);
        rows.number("mode", setup.property("modality").map(Value.Word::new), first(image, Setting.MODE), 0);
        excitations(setup, image, rows);
        rows.text(
                "detector",
                titles(setup.parts(Kind.DETECTOR).stream()
                        .map(part -> part.make().title())),
                titles(image.parts().stream()
                        .filter(part -> part.kind() == Kind.DETECTOR)
                        .map(part -> part.make().title())));
        return new Comparison(rows.all);
    }

    private static String titles(Stream<String> titles) {
        return String.join(
                ", ", titles.filter(title -> !title.isBlank()).distinct().toList());
    }

    private static Optional<Value> property(Optional<Hardware.Part> part, String name) {
        return part.flatMap(each -> each.property(name));
    }

    private static Optional<Value> shown(Optional<AcquiredImage.Part> part, String name) {
        return part.flatMap(each -> each.property(name));
    }

    private static Optional<Value> first(AcquiredImage image, Setting setting) {
        return image.channels().stream()
                .flatMap(channel -> Optional.ofNullable(channel.settings().get(setting)).stream())
                .findFirst();
    }

    /** Each wavelength of the image, with the nearest line of the light path. */
    private static void excitations(Setup setup, AcquiredImage image, Rows rows) {
        List<Value> lines = setup.parts(Kind.LINE).stream()
                .map(Hardware::part)
                .flatMap(part -> part.property(Hardware.WAVELENGTH).stream())
                .toList();
        image.channels().stream()
                .flatMap(channel -> Optional.ofNullable(channel.settings().get(Setting.EXCITATION)).stream())
                .distinct()
                .forEach(light -> {
                    Optional<Value> same = lines.stream()
                            .filter(line -> Rows.agree(line, light, LINE_NM))
                            .findFirst();
                    rows.number(
                            "excitation",
                            same.or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(new Value.Several(lines))),
                            Optional.of(light),
                            LINE_NM);
                });
    }

    /** Rows while they are made. */
    private static final class Rows {

        private final List<Row> all = new ArrayList<>();

        void text(String key, String registry, String image) {
            number(key, name(registry), name(image), 0);
        }

        private static Optional<Value> name(String text) {
            return text.isBlank() ? Optional.empty() : Optional.of(new Value.Name(text));
        }

        void number(String key, Optional<Value> registry, Optional<Value> image, double step) {
            if (registry.isEmpty() && image.isEmpty()) {
                return;
            }
            Agreement agreement = registry.isEmpty() || image.isEmpty()
                    ? Agreement.ONE_SIDED
                    : agree(registry.get(), image.get(), step) ? Agreement.SAME : Agreement.DIFFERENT;
            all.add(new Row(key, registry, image, agreement));
        }

        static boolean agree(Value one, Value other, double step) {
            if (one instanceof Value.Amount number && other instanceof Value.Amount second) {
                double factor = nanometres(number.unit()) / nanometres(second.unit());
                return Math.abs(number.number().doubleValue() * factor
                                - second.number().doubleValue())
                        <= step;
            }
            String first = text(one);
            String last = text(other);
            return Hardware.same(first, last)
                    || (!first.isEmpty() && !last.isEmpty() && (within(first, last) || within(last, first)));
        }

        /** One may be told with more words: {@code Zeiss} and {@code Carl Zeiss Microscopy GmbH}. */
        private static boolean within(String shorter, String longer) {
            return (" " + longer.toLowerCase(Locale.ROOT) + " ").contains(" " + shorter.toLowerCase(Locale.ROOT) + " ");
        }

        private static double nanometres(String unit) {
            return Map.of("nm", 1.0, "µm", 1e3, "mm", 1e6).getOrDefault(unit, 1.0);
        }

        private static String text(Value value) {
            return value instanceof Value.Name name ? name.text() : value instanceof Value.Word word ? word.word() : "";
        }
    }
}
