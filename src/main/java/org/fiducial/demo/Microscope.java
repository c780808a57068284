package org.fiducial.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.instrument.Make;
import org.fiducial.metrology.simulation.Aberration;
import org.fiducial.metrology.simulation.Detector;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.Objective;
import org.fiducial.metrology.simulation.PhysicalSpread;

/** The three invented microscopes: how each is registered and how each forms an image. */
enum Microscope {
    WIDEFIELD("widefield", "Widefield", "Imaging hall, bench 1", "water60-green", "60x/1.20 water, green") {
        @Override
        PhysicalSpread spread(Aberration aberration, Colour colour) {
            return PhysicalSpread.widefield(new Objective(1.20, WATER, aberration), colour.emissionUm());
        }

        @Override
        List<Colour> colours() {
            return List.of(new Colour(0.470, 0.525), new Colour(0.555, 0.600));
        }

        @Override
        Grid grid() {
            return Grid.square(SIDE, 41, 0.080, 0.200);
        }

        @Override
        Detector detector() {
            return Detector.camera(0.46, 100, 1.6);
        }

        @Override
        double peakElectrons() {
            return 3_000;
        }

        @Override
        List<Part> parts() {
            return List.of(WATER_COLLAR, LED_470, SCMOS);
        }

        @Override
        Map<String, String> properties() {
            return Map.of("modality", "widefield", "emission", "525nm");
        }

        @Override
        List<LightPath> powerPaths() {
            return List.of(new LightPath(
                    "lamp",
                    "LED lamp at the sample, 10x/0.45",
                    List.of(AIR, LED_470),
                    Map.of(
                            "line", "470nm",
                            "set-point", "50",
                            "location", "sample",
                            "objective", "10x/0.45 air",
                            "scan-state", "widefield")));
        }

        @Override
        List<LightPath> colourPaths() {
            return List.of(new LightPath(
                    "water60-two-colours",
                    "60x/1.20 water, green and red",
                    List.of(
                            WATER_COLLAR,
                            LED_470,
                            new Part(Component.Kind.LIGHT_SOURCE, "LED 555 nm", Map.of()),
                            new Part(Component.Kind.FILTER, "Green cube", Map.of()),
                            new Part(Component.Kind.FILTER, "Red cube", Map.of()),
                            SCMOS),
                    Map.of("modality", "widefield", "emission.1", "525nm", "emission.2", "600nm")));
        }

        @Override
        List<Line> lines() {
            return List.of(Line.LED_470);
        }
    },

    CONFOCAL("confocal", "Confocal", "Room 2", "oil63-488", "63x/1.40 oil, 488 nm") {
        @Override
        PhysicalSpread spread(Aberration aberration, Colour colour) {
            return PhysicalSpread.confocal(
                    new Objective(1.40, OIL, aberration), colour.excitationUm(), colour.emissionUm(), 1);
        }

        @Override
        List<Colour> colours() {
            return List.of(new Colour(0.488, 0.525), new Colour(0.561, 0.600));
        }

        @Override
        Grid grid() {
            return Grid.square(SIDE, 41, 0.060, 0.160);
        }

        @Override
        Detector detector() {
            return Detector.camera(0.05, 40, 0.5).withBits(16);
        }

        @Override
        double peakElectrons() {
            return 350;
        }

        @Override
        List<Part> parts() {
            return List.of(OIL_63, LINE_488, COUNTING);
        }

        @Override
        Map<String, String> properties() {
            return Map.of("modality", "confocal", "emission", "525nm", "pinhole", "1");
        }

        @Override
        List<LightPath> powerPaths() {
            return List.of(new LightPath(
                    "laser-unit",
                    "Laser unit at the sample, 10x/0.45",
                    List.of(
                            AIR,
                            new Part(Component.Kind.LIGHT_SOURCE, "Laser unit", Map.of()),
                            new Part(Component.Kind.LINE, "405 nm", Map.of()),
                            LINE_488,
                            LINE_561,
                            new Part(Component.Kind.LINE, "640 nm", Map.of())),
                    Map.of("location", "sample", "objective", "10x/0.45 air", "scan-state", "parked")));
        }

        @Override
        List<LightPath> colourPaths() {
            return List.of(new LightPath(
                    "oil63-two-colours",
                    "63x/1.40 oil, 488 and 561 nm",
                    List.of(OIL_63, LINE_488, LINE_561, COUNTING),
                    Map.of(
                            "modality", "confocal",
                            "pinhole", "1",
                            "excitation.1", "488nm",
                            "excitation.2", "561nm",
                            "emission.1", "525nm",
                            "emission.2", "600nm")));
        }

        @Override
        List<Line> lines() {
            return List.of(Line.LASER_405, Line.LASER_488, Line.LASER_561, Line.LASER_640);
        }
    },

    SPINNING_DISK("spinning-disk", "Spinning disk", "Room 3", "water60-561", "60x/1.20 water, 561 nm") {
        @Override
        PhysicalSpread spread(Aberration aberration, Colour colour) {
            return PhysicalSpread.confocal(
                    new Objective(1.20, WATER, aberration), colour.excitationUm(), colour.emissionUm(), 1);
        }

        @Override
        List<Colour> colours() {
            return List.of(new Colour(0.561, 0.600));
        }

        @Override
        Grid grid() {
            return Grid.square(SIDE, 41, 0.090, 0.220);
        }

        @Override
        Detector detector() {
            return Detector.camera(0.46, 100, 1.6);
        }

        @Override
        double peakElectrons() {
            return 900;
        }

        @Override
        List<Part> parts() {
            return List.of(
                    new Part(
                            Component.Kind.OBJECTIVE,
                            "60x/1.20 water",
                            Map.of("na", "1.2", "immersion", "water", "immersion-index", "1.333")),
                    new Part(Component.Kind.LINE, "561 nm", Map.of("excitation", "561nm")),
                    SCMOS);
        }

        @Override
        Map<String, String> properties() {
            return Map.of("modality", "spinning-disk", "emission", "600nm", "pinhole", "1");
        }
    };

    private static final Part AIR = new Part(Component.Kind.OBJECTIVE, "10x/0.45 air", Map.of());
    private static final Part WATER_COLLAR = new Part(
            Component.Kind.OBJECTIVE,
            "60x/1.20 water, correction collar",
            Map.of("na", "1.2", "immersion", "water", "immersion-index", "1.333"));
    private static final Part OIL_63 = new Part(
            Component.Kind.OBJECTIVE,
            "63x/1.40 oil",
            Map.of("na", "1.4", "immersion", "oil", "immersion-index", "1.515"));
    private static final Part LED_470 = new Part(Component.Kind.LIGHT_SOURCE, "LED 470 nm", Map.of());
    private static final Part SCMOS = new Part(
            Component.Kind.DETECTOR, "sCMOS camera", Map.of("gain", "0.46", "offset", "100", "read-noise", "1.6"));
    private static final Part COUNTING = new Part(
            Component.Kind.DETECTOR,
            "Photon-counting detector",
            Map.of("gain", "0.05", "offset", "40", "read-noise", "0.5"));
    private static final Part LINE_561 = new Part(Component.Kind.LINE, "561 nm", Map.of());
    private static final Part LINE_488 = new Part(Component.Kind.LINE, "488 nm", Map.of("excitation", "488nm"));
    private static final double OIL = 1.515;
    private static final double WATER = 1.333;
    private static final int SIDE = 256;

    private final String slug;
    private final String title;
    private final String location;
    private final String path;
    private final String pathTitle;

    Microscope(String slug, String title, String location, String path, String pathTitle) {
        this.slug = slug;
        this.title = title;
        this.location = location;
        this.path = path;
        this.pathTitle = pathTitle;
    }

    /** A component and what protocols need to know of it. */
    record Part(Component.Kind kind, String name, Map<String, String> properties) {}

    /** Light of a channel; a lamp has a band where a laser has a line. */
    record Colour(double excitationUm, double emissionUm) {}

    /** A light path besides the one beads are imaged in. */
    record LightPath(String slug, String title, List<Part> parts, Map<String, String> properties) {}

    /** The image of a point by this microscope. */
    abstract PhysicalSpread spread(Aberration aberration, Colour colour);

    /** Its channels, the one beads are imaged in first. */
    abstract List<Colour> colours();

    abstract Grid grid();

    abstract Detector detector();

    /** Brightness of a clean bead [e⁻]. */
    abstract double peakElectrons();

    abstract List<Part> parts();

    /** What the light path adds to its components' properties. */
    abstract Map<String, String> properties();

    /** Where power is measured; none where nobody does. */
    List<LightPath> powerPaths() {
        return List.of();
    }

    /** Where channels are compared; none where there is one only. */
    List<LightPath> colourPaths() {
        return List.of();
    }

    /** The lines whose power is measured, in the order they are switched on. */
    List<Line> lines() {
        return List.of();
    }

    String slug() {
        return slug;
    }

    String title() {
        return title;
    }

    /** The slug of the light path beads are imaged in. */
    String beadPath() {
        return path;
    }

    /** The slug of the light path power is measured in. */
    String powerPath() {
        return powerPaths().get(0).slug();
    }

    /** The slug of the light path channels are compared in. */
    String colourPath() {
        return colourPaths().get(0).slug();
    }

    private List<LightPath> lightPaths() {
        List<LightPath> own = List.of(new LightPath(path, pathTitle, parts(), properties()));
        return Stream.of(own, colourPaths(), powerPaths()).flatMap(List::stream).toList();
    }

    /** What the registry knows of a light path, its own properties over those of its components. */
    SortedMap<String, String> registry(String slugOfPath) {
        SortedMap<String, String> known = new TreeMap<>();
        lightPaths().stream().filter(each -> each.slug().equals(slugOfPath)).forEach(each -> {
            each.parts().forEach(part -> known.putAll(part.properties()));
            known.putAll(each.properties());
        });
        return known;
    }

    /** Adds the microscope where it is not there yet. */
    void register(Instruments instruments, UUID facilityId, Supplier<UUID> ids) {
        if (instruments.bySlug(slug).isPresent()) {
            return;
        }
        Instrument instrument = new Instrument(
                ids.get(),
                facilityId,
                slug,
                title,
                new Make("Invented", title + " 1", "DEMO-" + path.toUpperCase(Locale.ROOT)),
                location);
        Map<Part, Component> components = new HashMap<>();
        List<Configuration> configurations = lightPaths().stream()
                .map(each -> new Configuration(
                        ids.get(),
                        instrument.id(),
                        each.slug(),
                        each.title(),
                        each.parts().stream()
                                .map(part -> components.computeIfAbsent(part, one -> component(one, ids)))
                                .toList(),
                        new TreeMap<>(each.properties())))
                .toList();
        instruments.add(instrument, configurations);
    }

    private static Component component(Part part, Supplier<UUID> ids) {
        return new Component(ids.get(), part.kind(), part.name(), Make.unknown(), new TreeMap<>(part.properties()));
    }
}
