package org.fiducial.facility.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fiducial.facility.instrument.Component.Kind;
import org.fiducial.facility.methods.AcquiredImage.Setting;

/** What a methods section needs and nobody said. */
final class Questions {

    /** Where the light is moved over the sample by a scanner. */
    private static final Set<String> SCANNED = Set.of("confocal", "multiphoton", "image-scanning", "sted");

    private final MethodsFacts facts;
    private final List<Question> asked = new ArrayList<>();

    private Questions(MethodsFacts facts) {
        this.facts = facts;
    }

    static List<Question> of(MethodsFacts facts) {
        Questions questions = new Questions(facts);
        questions.stand();
        questions.objective();
        questions.light();
        questions.detection();
        questions.checks();
        return List.copyOf(questions.asked);
    }

    private void stand() {
        if (facts.setup().stand().make().title().isEmpty()) {
            ask("make");
        }
        if (facts.setup().stand().identifier().isEmpty()) {
            ask("identifier");
        }
        if (facts.setup().property("modality").isEmpty()
                && facts.image().stream()
                        .flatMap(image -> image.channels().stream())
                        .noneMatch(channel -> channel.settings().containsKey(Setting.MODE))) {
            ask("mode");
        }
        if (facts.setup().software().isEmpty()) {
            ask("software");
        }
    }

    private void objective() {
        List<Hardware.Part> objectives = Hardware.parts(facts, List.of(Kind.OBJECTIVE));
        if (objectives.isEmpty()) {
            ask("objective");
        }
        for (Hardware.Part each : objectives) {
            if (each.make().title().isEmpty()) {
                ask("objective.make", each);
            }
            askFor(each, Hardware.MAGNIFICATION, "objective.magnification");
            askFor(each, Hardware.NA, "objective.na");
            askFor(each, Hardware.IMMERSION, "objective.immersion");
        }
    }

    private void light() {
        List<Hardware.Part> sources = Hardware.parts(facts, List.of(Kind.LIGHT_SOURCE, Kind.LINE));
        if (sources.isEmpty()) {
            ask("source");
        }
        if (!sources.isEmpty()
                && Hardware.parts(facts, List.of(Kind.LINE)).isEmpty()
                && Hardware.parts(facts, List.of(Kind.FILTER)).isEmpty()) {
            ask("source.band", sources.get(0));
        }
        Hardware.parts(facts, List.of(Kind.LINE)).forEach(line -> askFor(line, Hardware.WAVELENGTH, "line.wavelength"));
        List<Hardware.Part> filters = Hardware.parts(facts, List.of(Kind.FILTER));
        if (filters.isEmpty()) {
            ask("filter");
        }
        filters.stream()
                .filter(filter -> filter.make().title().isEmpty())
                .forEach(filter -> askFor(filter, Hardware.PASSBAND, "filter.passband"));
    }

    private void detection() {
        List<Hardware.Part> detectors = Hardware.parts(facts, List.of(Kind.DETECTOR));
        if (detectors.isEmpty()) {
            ask("detector");
        }
        detectors.stream()
                .filter(detector -> detector.make().title().isEmpty())
                .forEach(detector -> ask("detector.make", detector));
        boolean scanned =
                facts.setup().property("modality").filter(SCANNED::contains).isPresent();
        if (scanned && Hardware.parts(facts, List.of(Kind.SCANNER)).isEmpty()) {
            ask("scanner");
        }
    }

    private void checks() {
        if (facts.performance().stream().allMatch(Performance::isNever)) {
            ask("checks");
            return;
        }
        facts.performance().stream()
                .filter(Performance::isNever)
                .forEach(each -> asked.add(Question.of("checks.of", each.title())));
    }

    private void askFor(Hardware.Part part, String property, String question) {
        if (part.property(property).isEmpty()) {
            ask(question, part);
        }
    }

    private void ask(String question) {
        asked.add(Question.of(question));
    }

    private void ask(String question, Hardware.Part of) {
        asked.add(Question.of(question, of.name().isEmpty() ? of.make().title() : of.name()));
    }
}
