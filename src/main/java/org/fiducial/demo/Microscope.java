package org.fiducial.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Entered;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.instrument.Registration;
import org.fiducial.facility.instrument.RegistryChange;
import org.fiducial.metrology.simulation.ModeHop;

/** An invented microscope: how it is registered, how it forms an image, and what happened to it. */
record Microscope(Sign sign, Optics optics, Works works, Condition condition, Diary diary) {

    /**
     * What is written on it.
     *
     * @param software what it ran with when it was registered, with its version; empty where nobody noted it
     */
    record Sign(String slug, String title, String location, String serial, Optional<Installation.Release> software) {}

    /** Its light paths, and its light source where somebody measures it. */
    record Works(List<LightPath> paths, List<LightSource> sources) {

        Works {
            paths = List.copyOf(paths);
            sources = List.copyOf(sources);
        }
    }

    /** What a light path is used for. */
    enum Use {
        BEADS,
        COLOURS,
        POWER,
        EYE
    }

    /** A component and what protocols need to know of it. */
    record Part(Component.Kind kind, String name, Make make, SortedMap<String, String> properties) {

        private Component component(Supplier<UUID> ids) {
            return new Component(ids.get(), kind, name, make, properties);
        }
    }

    /** A light path. */
    record LightPath(Use use, String slug, String title, List<Part> parts, Map<String, String> properties) {

        LightPath {
            parts = List.copyOf(parts);
        }
    }

    String slug() {
        return sign.slug();
    }

    String title() {
        return sign.title();
    }

    /** The slug of the light path of a use. */
    String path(Use use) {
        return works.paths().stream()
                .filter(each -> each.use() == use)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(slug() + " has no light path for " + use))
                .slug();
    }

    LightSource source() {
        return works.sources().get(0);
    }

    /** The slug of the light path a protocol is done in. */
    String pathOf(String protocol) {
        return switch (protocol) {
            case "psf-beads", "field-illumination", "incubator", "oil-on-objectives" -> path(Use.BEADS);
            case "lamp-hours" -> path(Use.EYE);
            case "coregistration-beads" -> path(Use.COLOURS);
            default -> path(Use.POWER);
        };
    }

    /** The checks people made. */
    List<PlannedCheck> checks() {
        return diary.visits().stream()
                .map(visit -> new PlannedCheck(this, visit, task(visit)))
                .toList();
    }

    private Task task(Diary.Visit visit) {
        Optional<Entries> entered = Optional.ofNullable(diary.entered().get(visit.protocol()));
        if (entered.isPresent()) {
            return new Task.Entered(visit.protocol(), entered.get().on(visit.day(), slug()));
        }
        return switch (visit.protocol()) {
            case "psf-beads" -> condition.beads(visit.day());
            case "field-illumination" -> condition.field(visit.day());
            case "coregistration-beads" -> condition.colours(visit.day());
            default -> new Task.Power(PowerRun.of(visit.protocol()), lines(visit));
        };
    }

    private Map<Line, LineState> lines(Diary.Visit visit) {
        Map<Line, LineState> lines = source().on(visit.day());
        Diary.Trouble trouble = visit.trouble();
        lines.replaceAll((line, state) -> {
            LineState warm = state.cold(trouble.coldPercent());
            return line.wavelengthNm() == trouble.hoppingNm()
                    ? trouble.hop().map((ModeHop hop) -> warm.hopping(hop)).orElse(warm)
                    : warm;
        });
        return lines;
    }

    /** What the registry knows of a light path, its own properties over those of its components. */
    SortedMap<String, String> registry(String slugOfPath) {
        SortedMap<String, String> known = new TreeMap<>();
        works.paths().stream().filter(each -> each.slug().equals(slugOfPath)).forEach(each -> {
            each.parts().forEach(part -> known.putAll(part.properties()));
            known.keySet().removeAll(Component.DESCRIPTIVE);
            known.putAll(each.properties());
        });
        return known;
    }

    /** Adds the microscope where it is not there yet, as it was found at a time. */
    void register(Instruments instruments, UUID facilityId, Supplier<UUID> ids, Entered entered) {
        if (instruments.bySlug(slug()).isPresent()) {
            return;
        }
        Instrument instrument = new Instrument(
                ids.get(),
                facilityId,
                slug(),
                title(),
                new Make("Invented", title() + " 1", sign.serial()),
                sign.location());
        Map<Part, Component> components = new HashMap<>();
        List<Configuration> configurations = works.paths().stream()
                .map(each -> new Configuration(
                        ids.get(),
                        instrument.id(),
                        each.slug(),
                        each.title(),
                        each.parts().stream()
                                .map(part -> components.computeIfAbsent(part, one -> one.component(ids)))
                                .toList(),
                        new TreeMap<>(each.properties())))
                .toList();
        List<RegistryChange> software = sign.software()
                .map(release -> new Installation(
                        ids.get(),
                        new Installation.Host(instrument.id(), Optional.empty()),
                        release,
                        entered.at(),
                        entered))
                .map(each -> List.<RegistryChange>of(each))
                .orElse(List.of());
        instruments.add(new Registration(instrument, configurations, List.of(), software, entered.by()));
    }
}
