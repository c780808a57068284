package org.fiducial.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.coverage.Claim;
import org.fiducial.facility.coverage.Coverage;
import org.fiducial.facility.coverage.PartClaim;
import org.fiducial.facility.coverage.PartClaim.Covering;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.status.Finding;
import org.fiducial.facility.status.Standing;
import org.fiducial.metrology.protocol.Effect;
import org.fiducial.metrology.protocol.ImageUse;
import org.fiducial.metrology.protocol.ProtocolDefinition;

/**
 * What may be said of a light path over some days, in sentences for who imaged on them. Names nobody and repeats no free
 * words of the record: of an event only its kind and its day, of a recall only that there was one.
 *
 * @param texts the words
 * @param definitions the protocol of an id
 * @param shown what may be named
 */
public record CoverageText(Texts texts, Function<String, Optional<ProtocolDefinition>> definitions, Shown shown) {

    private static final int DATES = 4;
    private static final int LINES = 2;

    /**
     * What may be named in sentences.
     *
     * @param events what happened to an instrument
     * @param components the parts of a light path
     */
    public record Shown(boolean events, boolean components) {

        /** All of it. */
        public static Shown all() {
            return new Shown(true, true);
        }
    }

    /** What is found of one part: of what, and what. */
    public record Line(String subject, String statement) {

        /** Both in one sentence. */
        public String sentence() {
            return subject + ": " + statement;
        }
    }

    /** The claim that may be shown: that somebody reported an instrument shows only with its events. */
    public Claim claim(Coverage coverage) {
        return coverage.claim() == Claim.OUT_OF_USE && !shown.events() ? Claim.NOT_ESTABLISHED : coverage.claim();
    }

    /** What may be said of the light path as a whole. */
    public String overall(Coverage coverage) {
        String when = when(coverage);
        Claim claim = claim(coverage);
        String key = "coverage.overall." + claim.word();
        String sentence;
        if (claim == Claim.PARTLY) {
            long good = coverage.parts().stream()
                    .filter(part -> part.claim().isKnownGood())
                    .count();
            boolean restNever =
                    coverage.parts().stream().allMatch(part -> part.claim().isKnownGood() || part.isNever());
            sentence = restNever
                    ? texts.text(key + ".never", when)
                    : texts.text(key, when, good, coverage.parts().size());
        } else {
            sentence = texts.text(key, when);
        }
        return coverage.everThere() ? sentence : texts.text("coverage.overall.absent", sentence);
    }

    /** The days spoken of, for instance {@code on 12 March 2026}. */
    public String when(Coverage coverage) {
        DateTimeFormatter form = form("coverage.day.year");
        LocalDate first = coverage.span().first();
        LocalDate last = coverage.span().last();
        return coverage.span().isDay()
                ? texts.text("coverage.when.day", form.format(first))
                : texts.text("coverage.when.days", form.format(first), form.format(last));
    }

    /** What may be said of a part of it. */
    public Line line(PartClaim part, Coverage coverage) {
        return new Line(
                subject(part),
                part.weakest()
                        .map(finding -> statement(part, finding, new Days(coverage)))
                        .orElseGet(() -> texts.text("coverage.part.never")));
    }

    /** What a finding that is not within limits does to the uses of images, a sentence for each effect. */
    public List<String> affected(PartClaim part) {
        if (part.claim() == Claim.WITHIN_LIMITS || part.claim() == Claim.LAST_KNOWN_GOOD) {
            return List.of();
        }
        Map<ImageUse, Effect> affects = definitions
                .apply(part.protocol().id())
                .map(definition -> definition.guidance().affects())
                .orElse(Map.of());
        return Stream.of(Effect.values())
                .flatMap(effect -> {
                    List<String> uses = Stream.of(ImageUse.values())
                            .filter(use -> affects.getOrDefault(use, Effect.NOT_ASSESSED) == effect)
                            .map(use -> lower(texts.text("use." + use.word())))
                            .toList();
                    return uses.isEmpty()
                            ? Stream.empty()
                            : Stream.of(texts.text("coverage.affects." + effect.word(), joined(uses)));
                })
                .toList();
    }

    /** An event by kind and day, without what was written of it. */
    public String named(LoggedEvent logged, Coverage coverage) {
        return named(logged, new Days(coverage));
    }

    /** What a claim is about, for instance {@code Resolution of the 63x/1.4 oil}. */
    public String subject(PartClaim part) {
        String id = part.protocol().id();
        List<String> names = shown.components() ? names(part) : List.of();
        Optional<String> own = names.isEmpty()
                ? texts.find("coverage.subject." + id + ".bare")
                : texts.find("coverage.subject." + id, joined(names));
        return own.orElseGet(() -> definitions
                .apply(id)
                .map(definition -> texts.named(definition.description().title()))
                .orElse(id));
    }

    /** The objective, where it speaks for one; else the lines, else the light sources. */
    private static List<String> names(PartClaim part) {
        return Stream.of(Component.Kind.OBJECTIVE, Component.Kind.LINE, Component.Kind.LIGHT_SOURCE)
                .map(kind -> part.parts().stream()
                        .filter(each -> each.kind() == kind)
                        .map(Component::name)
                        .toList())
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private String statement(PartClaim part, Finding finding, Days days) {
        Finding.Bracket bracket = finding.bracket();
        return texts.text(
                "coverage.part." + key(part, finding),
                finding.standing() == Standing.ESTABLISHED ? dates(part, finding, days) : "",
                bracket.before().map(check -> days.of(check.measuredAt())).orElse(""),
                bracket.after().map(check -> days.of(check.measuredAt())).orElse(""),
                bracket.between().map(each -> named(each, days)).orElse(""),
                finding.standing() == Standing.ESTABLISHED
                        ? common(part, finding)
                        : inferred(part, finding, finding.checked()));
    }

    private String key(PartClaim part, Finding finding) {
        String word = finding.standing().word();
        Optional<VerdictLevel> next = finding.bracket().after().map(CheckSummary::overall);
        return switch (finding.standing()) {
            case ESTABLISHED, LAST_KNOWN_GOOD -> part.warned() ? word + ".care" : word;
            case DISTURBED ->
                word
                        + next.map(level -> level == VerdictLevel.FAIL ? ".failed" : "")
                                .orElse(".since")
                        + (shown.events() ? "" : ".bare");
            case FAILED -> next.filter(level -> level != VerdictLevel.FAIL).isPresent() ? word + ".again" : word;
            case NOT_CHECKED -> next.isPresent() ? word : word + ".since";
            case OUTDATED, RECALLED, IN_DOUBT, NOT_EVALUATED -> word;
        };
    }

    /** The days of the checks that count, each with the light path it was made in where they differ in that. */
    private String dates(PartClaim part, Finding finding, Days days) {
        boolean alike = !common(part, finding).isEmpty();
        List<String> dates = counting(part)
                .map(each -> days.of(each.check().measuredAt()) + (alike ? "" : inferred(part, finding, each.path())))
                .distinct()
                .toList();
        return dates.size() <= DATES
                ? joined(dates)
                : texts.text("coverage.dates.many", dates.get(0), dates.get(dates.size() - 1), dates.size() - 2);
    }

    private static Stream<Covering> counting(PartClaim part) {
        return part.checks().stream().filter(each -> each.check().overall() != VerdictLevel.NOT_EVALUATED);
    }

    /** Where all checks were made, if that is one other light path. */
    private String common(PartClaim part, Finding finding) {
        List<Configuration> paths =
                counting(part).map(Covering::path).distinct().toList();
        return paths.size() == 1 ? inferred(part, finding, paths.get(0)) : "";
    }

    /** How a check in another light path speaks for this one: by the line it used, where that is all that matters. */
    private String inferred(PartClaim part, Finding finding, Configuration checked) {
        if (checked.id().equals(finding.asked().id())) {
            return "";
        }
        if (!shown.components()) {
            return texts.text("coverage.from.bare");
        }
        List<Component> lines = lines(checked);
        boolean byLine = part.parts().stream().noneMatch(each -> each.kind() == Component.Kind.LINE)
                && !lines.isEmpty()
                && lines.size() <= LINES
                && !lines(finding.asked()).containsAll(lines);
        return byLine
                ? texts.text(
                        "coverage.at",
                        joined(lines.stream().map(Component::name).toList()))
                : texts.text("coverage.from", checked.name());
    }

    private static List<Component> lines(Configuration path) {
        return path.components().stream()
                .filter(each -> each.kind() == Component.Kind.LINE)
                .toList();
    }

    private String named(LoggedEvent logged, Days days) {
        return texts.text(
                "coverage.event." + logged.event().kind().word(),
                days.of(logged.event().at()));
    }

    private String joined(List<String> names) {
        List<String> some = new ArrayList<>(names);
        if (some.size() < 2) {
            return String.join("", some);
        }
        String last = some.remove(some.size() - 1);
        return texts.text("coverage.and", String.join(", ", some), last);
    }

    private String lower(String word) {
        return word.toLowerCase(texts.locale());
    }

    private DateTimeFormatter form(String key) {
        return DateTimeFormatter.ofPattern(texts.text(key), texts.locale());
    }

    /** Days as they are written beside those asked for: the year only where it is another one. */
    private final class Days {

        private final ZoneId zone;
        private final int year;

        Days(Coverage coverage) {
            zone = coverage.span().zone();
            year = coverage.span().last().getYear();
        }

        String of(Instant at) {
            LocalDate day = LocalDate.ofInstant(at, zone);
            return form(day.getYear() == year ? "coverage.day" : "coverage.day.year")
                    .format(day);
        }
    }
}
