package org.fiducial.facility.methods;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.PersistentIdentifier;
import org.fiducial.facility.methods.AcquiredImage.Setting;
import org.fiducial.facility.methods.Sentence.Origin;
import org.fiducial.facility.methods.Sentence.Phrase;
import org.fiducial.facility.methods.Sentence.Thing;

/**
 * What a methods section may say, and what is missing in it. Nothing is said that nobody entered: each name and number is
 * of the registry, of a check or of the image, and says of which.
 *
 * @param sentences in the order they are read
 * @param questions what to ask the facility
 */
public record MethodsParagraph(List<Sentence> sentences, List<Question> questions) {

    /** A value that is said as it is. */
    static final String BARE = "bare";

    /** More days than these are counted. */
    private static final int MOST_DAYS = 4;

    public MethodsParagraph {
        sentences = List.copyOf(sentences);
        questions = List.copyOf(questions);
    }

    /** The paragraph of these facts. */
    public static MethodsParagraph of(MethodsFacts facts) {
        List<Sentence> sentences = new ArrayList<>(stand(facts.setup()));
        mode(facts.setup()).ifPresent(sentences::add);
        sentences.addAll(Hardware.of(facts));
        software(facts.setup()).ifPresent(sentences::add);
        facts.image().ifPresent(image -> sentences.addAll(settings(image)));
        facts.performance().stream()
                .filter(each -> !each.isNever())
                .map(each -> check(each, facts.days()))
                .forEach(sentences::add);
        sentences.add(thanks(facts.setup()));
        return new MethodsParagraph(sentences, Questions.of(facts));
    }

    private static List<Sentence> stand(Setup setup) {
        Setup.Stand stand = setup.stand();
        List<Phrase> details = new ArrayList<>();
        if (!stand.make().title().isEmpty() && !stand.make().title().equals(stand.name())) {
            details.add(Phrase.of(BARE, new Value.Name(stand.make().title()), Origin.REGISTRY));
        }
        if (!stand.make().serial().isBlank()) {
            details.add(Phrase.of("serial", new Value.Name(stand.make().serial()), Origin.REGISTRY));
        }
        stand.identifier().ifPresent(id -> details.add(Phrase.of(BARE, link(id), Origin.REGISTRY)));
        Phrase name = Phrase.of(BARE, new Value.Name(stand.name()), Origin.REGISTRY);
        return List.of(new Sentence(
                Topic.STAND,
                Topic.STAND.word(),
                List.of(new Thing(name, details)),
                List.of(new Value.Name(setup.house().name()))));
    }

    private static Optional<Sentence> mode(Setup setup) {
        return setup.property("modality")
                .map(mode -> Sentence.of(
                        Topic.MODE,
                        Origin.REGISTRY,
                        List.of(new Thing(Phrase.of(BARE, new Value.Word(mode), Origin.REGISTRY), List.of()))));
    }

    private static Optional<Sentence> software(Setup setup) {
        List<Thing> things = setup.software().stream()
                .map(release -> new Thing(
                        new Phrase(
                                release.kind() == Installation.Kind.FIRMWARE ? "firmware" : "release",
                                List.of(new Value.Name(release.name()), new Value.Name(release.number())),
                                Origin.REGISTRY),
                        List.of()))
                .toList();
        return things.isEmpty() ? Optional.empty() : Optional.of(Sentence.of(Topic.SOFTWARE, Origin.REGISTRY, things));
    }

    private static List<Sentence> settings(AcquiredImage image) {
        List<Sentence> sentences = new ArrayList<>();
        if (!image.grid().isEmpty()) {
            sentences.add(Sentence.of(
                    Topic.SAMPLING,
                    Origin.REGISTRY,
                    phrases(image.grid()).stream()
                            .map(phrase -> new Thing(phrase, List.of()))
                            .toList()));
        }
        int number = 0;
        for (AcquiredImage.Channel channel : image.channels()) {
            number++;
            if (channel.settings().isEmpty()) {
                continue;
            }
            boolean named = !channel.name().isBlank();
            Value called = named ? new Value.Name(channel.name()) : Value.of(String.valueOf(number));
            sentences.add(new Sentence(
                    Topic.CHANNEL,
                    named ? "channel.named" : image.channels().size() == 1 ? "channel.only" : "channel.numbered",
                    phrases(channel.settings()).stream()
                            .map(phrase -> new Thing(phrase, List.of()))
                            .toList(),
                    List.of(called)));
        }
        return sentences;
    }

    private static List<Phrase> phrases(Map<Setting, Value> settings) {
        return settings.entrySet().stream()
                .map(each -> Phrase.of("setting." + each.getKey().word(), each.getValue(), Origin.IMAGE))
                .toList();
    }

    private static Sentence check(Performance performance, Value.Days days) {
        List<Phrase> details = new ArrayList<>();
        details.add(checked(performance.days()));
        details.add(new Phrase(
                "protocol",
                List.of(
                        new Value.Name(performance.protocol().id()),
                        new Value.Name(performance.protocol().version())),
                Origin.CHECKS));
        if (!performance.sources().isEmpty()) {
            details.add(Phrase.of(
                    "sources",
                    new Value.Several(performance.sources().stream()
                            .map(MethodsParagraph::source)
                            .toList()),
                    Origin.CHECKS));
        }
        if (!performance.inferred().isEmpty()) {
            details.add(Phrase.of(
                    "inferred",
                    new Value.Several(performance.inferred().stream()
                            .<Value>map(Value.Name::new)
                            .toList()),
                    Origin.CHECKS));
        }
        Phrase title = Phrase.of(BARE, new Value.Name(performance.title()), Origin.CHECKS);
        return new Sentence(
                Topic.CHECK, "check." + performance.claim(), List.of(new Thing(title, details)), List.of(days));
    }

    /** The days themselves; of many how many, and the first and the last. */
    private static Phrase checked(List<LocalDate> days) {
        return days.size() <= MOST_DAYS
                ? Phrase.of(
                        "checked",
                        new Value.Several(
                                days.stream().<Value>map(Value.Day::new).toList()),
                        Origin.CHECKS)
                : new Phrase(
                        "checked.often",
                        List.of(
                                new Value.Amount(BigDecimal.valueOf(days.size()), ""),
                                new Value.Days(days.get(0), days.get(days.size() - 1))),
                        Origin.CHECKS);
    }

    private static Value source(String doi) {
        return PersistentIdentifier.of(doi).<Value>map(MethodsParagraph::link).orElseGet(() -> new Value.Name(doi));
    }

    private static Sentence thanks(Setup setup) {
        if (!setup.house().thanks().isBlank()) {
            return new Sentence(
                    Topic.THANKS,
                    "thanks.own",
                    List.of(),
                    List.of(new Value.Name(setup.house().thanks())));
        }
        List<Phrase> details = setup.house().identifier().stream()
                .map(id -> Phrase.of(BARE, link(id), Origin.REGISTRY))
                .toList();
        Phrase house = Phrase.of(BARE, new Value.Name(setup.house().name()), Origin.REGISTRY);
        return new Sentence(
                Topic.THANKS,
                "thanks",
                List.of(new Thing(house, details)),
                List.of(new Value.Name(setup.stand().name())));
    }

    static Value.Link link(PersistentIdentifier id) {
        return new Value.Link(new Value.Name(id.compact()), id.address());
    }
}
