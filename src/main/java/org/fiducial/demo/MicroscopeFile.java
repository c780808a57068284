package org.fiducial.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Make;
import org.fiducial.metrology.protocol.YamlMapping;
import org.fiducial.metrology.simulation.Detector;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.Objective;

/** The description of an invented microscope: what it is and how its light and image change. */
final class MicroscopeFile {

    private static final double STRAIGHT = 0.03;

    private final YamlMapping root;

    MicroscopeFile(YamlMapping root) {
        this.root = root.allowOnly(
                "name",
                "location",
                "serial",
                "software",
                "optics",
                "parts",
                "paths",
                "light-source",
                "condition",
                "checks",
                "plans",
                "events",
                "limits",
                "entered");
    }

    Microscope microscope(String slug) {
        return new Microscope(
                new Microscope.Sign(
                        slug,
                        root.text("name"),
                        root.text("location"),
                        root.text("serial"),
                        root.optionalMapping("software").map(MicroscopeFile::software)),
                optics(root.mapping("optics")),
                new Microscope.Works(
                        paths(parts()),
                        root.optionalMapping("light-source").map(this::source).stream()
                                .toList()),
                condition(),
                new DiaryFile(root).diary());
    }

    private static Installation.Release software(YamlMapping typed) {
        typed.allowOnly("name", "version");
        return new Installation.Release(Installation.Kind.SOFTWARE, typed.text("name"), typed.text("version"));
    }

    private static Optics optics(YamlMapping typed) {
        typed.allowOnly(
                "confocal", "na", "index", "colours", "side", "planes", "pixel", "step", "electrons", "detector");
        return new Optics(
                typed.flag("confocal"),
                Objective.perfect(typed.number("na"), typed.number("index")),
                typed.mappings("colours").stream()
                        .map(each -> new Optics.Colour(each.number("excitation"), each.number("emission")))
                        .toList(),
                Grid.square(
                        typed.wholeNumber("side"),
                        typed.wholeNumber("planes"),
                        typed.number("pixel"),
                        typed.number("step")),
                detector(typed.mapping("detector")),
                typed.number("electrons"));
    }

    private static Detector detector(YamlMapping typed) {
        typed.allowOnly("gain", "offset", "read-noise", "bits");
        Detector camera = Detector.camera(typed.number("gain"), typed.number("offset"), typed.number("read-noise"));
        return typed.optionalText("bits")
                .map(Integer::parseInt)
                .map(camera::withBits)
                .orElse(camera);
    }

    private Map<String, Microscope.Part> parts() {
        YamlMapping typed = root.mapping("parts");
        Map<String, Microscope.Part> parts = new HashMap<>();
        for (String key : typed.keys()) {
            YamlMapping part = typed.mapping(key).allowOnly("kind", "name", "model", "serial", "properties");
            parts.put(
                    key,
                    new Microscope.Part(
                            Arrays.stream(Component.Kind.values())
                                    .filter(kind -> kind.word().equals(part.text("kind")))
                                    .findFirst()
                                    .orElseThrow(() -> part.refuse("no component is a '" + part.text("kind") + "'.")),
                            part.text("name"),
                            new Make(
                                    "Invented",
                                    part.optionalText("model").orElse(""),
                                    part.optionalText("serial").orElse("")),
                            properties(part)));
        }
        return parts;
    }

    private static SortedMap<String, String> properties(YamlMapping typed) {
        SortedMap<String, String> properties = new TreeMap<>();
        typed.optionalMapping("properties")
                .ifPresent(each -> each.keys().forEach(key -> properties.put(key, each.text(key))));
        return properties;
    }

    private List<Microscope.LightPath> paths(Map<String, Microscope.Part> parts) {
        List<Microscope.LightPath> paths = new ArrayList<>();
        for (Microscope.Use use : Microscope.Use.values()) {
            root.mapping("paths")
                    .optionalMapping(word(use))
                    .ifPresent(each -> paths.add(new Microscope.LightPath(
                            use,
                            each.allowOnly("slug", "name", "parts", "properties")
                                    .text("slug"),
                            each.text("name"),
                            each.texts("parts").stream()
                                    .map(key -> Optional.ofNullable(parts.get(key))
                                            .orElseThrow(() -> each.refuse("there is no part '" + key + "'.")))
                                    .toList(),
                            properties(each))));
        }
        return paths;
    }

    private static String word(Microscope.Use use) {
        return switch (use) {
            case BEADS -> "beads";
            case COLOURS -> "colours";
            case POWER -> "power";
            case EYE -> "eye";
        };
    }

    private LightSource source(YamlMapping typed) {
        typed.allowOnly("plain-log", "set-point", "lines", "fibre");
        YamlMapping lines = typed.mapping("lines");
        return new LightSource(
                typed.flag("plain-log") ? LightSource.Log.SECONDS_AND_MILLIWATTS : LightSource.Log.WORKING_GROUP,
                typed.number("set-point"),
                lines.keys().stream()
                        .map(wavelength -> line(wavelength, lines.mapping(wavelength)))
                        .toList(),
                typed.optionalMapping("fibre").map(MicroscopeFile::curve).orElse(Curve.constant(1)));
    }

    private static Line line(String wavelength, YamlMapping typed) {
        typed.allowOnly("full", "noise", "share", "bend");
        return new Line(
                Integer.parseInt(wavelength),
                typed.number("full"),
                typed.number("noise"),
                typed.optionalMapping("share").map(MicroscopeFile::curve).orElse(Curve.constant(1)),
                typed.optionalMapping("bend").map(MicroscopeFile::curve).orElse(Curve.constant(STRAIGHT)));
    }

    private Condition condition() {
        Map<String, Curve> curves = new HashMap<>();
        root.optionalMapping("condition").ifPresent(typed -> {
            typed.allowOnly(Condition.NAMES.toArray(String[]::new));
            typed.keys().forEach(name -> curves.put(name, curve(typed.mapping(name))));
        });
        return new Condition(curves);
    }

    static Curve curve(YamlMapping typed) {
        NavigableMap<Integer, Double> byDay = new TreeMap<>();
        typed.keys().forEach(day -> byDay.put(Integer.parseInt(day), typed.number(day)));
        return new Curve(byDay);
    }
}
