package org.fiducial.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.fiducial.facility.publication.FrozenRecord;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/**
 * A frozen record in words, for its page and its paper. It shows what the record holds and nothing else; what an older record
 * lacks is empty.
 *
 * @param head what and when it is of
 * @param claims the sentences, as they were said
 * @param checks the checks they rest on, each with its values
 * @param events what happened
 * @param rules how verdicts were given, in words
 * @param notSaid what it does not say
 */
public record StatementView(
        Head head,
        List<Claim> claims,
        List<CheckView> checks,
        List<EventView> events,
        List<String> rules,
        String notSaid) {

    private static final int MOST_IN_THE_TEXT = 6;

    public StatementView {
        claims = List.copyOf(claims);
        checks = List.copyOf(checks);
        events = List.copyOf(events);
        rules = List.copyOf(rules);
    }

    /** What is stated of, when, and by which program; texts may be empty. */
    public record Head(
            String number,
            String issued,
            String software,
            String address,
            Subject subject,
            List<Fact> facts,
            Hashes hashes) {
        public Head {
            facts = List.copyOf(facts);
        }
    }

    /** What is stated of: the names of instrument and light path, and the days. */
    public record Subject(String instrument, String path, String days) {}

    /** What is known of the subject. */
    public record Fact(String name, String value) {}

    /** The hash of the record, and the head of the facility's audit chain, which may be empty. */
    public record Hashes(String record, String chainHead) {}

    /** A sentence with a sign, and what such a finding does to the uses of images. */
    public record Claim(String sign, String sentence, List<String> effects) {
        public Claim {
            effects = List.copyOf(effects);
        }
    }

    /** A check. */
    public record CheckView(
            String id,
            String day,
            String protocol,
            String method,
            List<Fact> facts,
            String overall,
            List<ValueRow> values) {
        public CheckView {
            facts = List.copyOf(facts);
            values = List.copyOf(values);
        }

        private CheckView without(List<Fact> said) {
            return new CheckView(
                    id,
                    day,
                    protocol,
                    method,
                    facts.stream().filter(fact -> !said.contains(fact)).toList(),
                    overall,
                    values);
        }
    }

    /**
     * A value.
     *
     * @param of channel, line and the like; may be empty
     * @param value with its expanded uncertainty and unit; where it was not evaluated empty
     * @param why it was not evaluated, as the analysis wrote it: in English
     * @param verdict the stable word
     */
    public record ValueRow(String title, String of, String value, String why, String limit, String verdict) {}

    /**
     * The checks by one protocol, for a long list.
     *
     * @param method the protocol with its version, of each kind once
     * @param facts what is the same of all of them
     * @param checks each with what is not
     */
    public record Part(String protocol, String method, List<Fact> facts, List<CheckView> checks) {
        public Part {
            facts = List.copyOf(facts);
            checks = List.copyOf(checks);
        }

        private static Part of(String protocol, List<CheckView> checks) {
            List<Fact> shared = checks.get(0).facts().stream()
                    .filter(fact ->
                            checks.stream().allMatch(check -> check.facts().contains(fact)))
                    .toList();
            return new Part(
                    protocol,
                    checks.stream().map(CheckView::method).distinct().collect(Collectors.joining("; ")),
                    shared,
                    checks.stream().map(check -> check.without(shared)).toList());
        }
    }

    /** Whether the values stand in an annex, because there are so many. */
    public boolean annexed() {
        return checks.size() > MOST_IN_THE_TEXT;
    }

    /** The checks by protocol, in the order of the first of each. */
    public List<Part> parts() {
        return checks.stream()
                .collect(Collectors.groupingBy(CheckView::protocol, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(each -> Part.of(each.getKey(), each.getValue()))
                .toList();
    }

    /** An event. */
    public record EventView(String day, String kind, String what, String rest) {}

    /** A record in words. */
    public static StatementView of(FrozenRecord record, Texts texts) {
        return new Reading(record, texts).view();
    }

    private record Reading(FrozenRecord record, Texts texts) {

        StatementView view() {
            JsonNode said = record.said();
            return new StatementView(
                    head(said),
                    each(said.path("claims"), this::claim),
                    each(said.path("checks"), this::check),
                    each(said.path("events"), this::event),
                    each(said.path("rules"), rule -> clean(rule.asText(""))),
                    text(said, "notSaid"));
        }

        private Head head(JsonNode said) {
            JsonNode issue = record.issue();
            List<Fact> facts = new ArrayList<>();
            JsonNode instrument = said.path("instrument");
            fact(facts, "instrument", text(instrument, "name"));
            fact(facts, "make", text(instrument, "make"));
            fact(facts, "serial", text(instrument, "serial"));
            fact(facts, "identifier", text(instrument, "identifier"));
            fact(
                    facts,
                    "software",
                    String.join(" · ", each(instrument.path("software"), one -> clean(one.asText("")))));
            fact(facts, "path", text(said.path("lightPath"), "name"));
            fact(facts, "parts", String.join(" · ", each(said.path("lightPath").path("parts"), Reading::part)));
            fact(facts, "facility", text(said.path("facility"), "name"));
            fact(facts, "room", text(instrument, "room"));
            fact(facts, "contact", text(said.path("facility"), "contact"));
            return new Head(
                    text(issue, "number"),
                    instant(text(issue, "at"), zone(said)),
                    text(issue, "software"),
                    text(issue, "address"),
                    new Subject(
                            text(instrument, "name"),
                            text(said.path("lightPath"), "name"),
                            days(text(said, "from"), text(said, "to"))),
                    facts,
                    new Hashes(record.sha256(), text(issue, "auditHead")));
        }

        private void fact(List<Fact> facts, String name, String value) {
            if (!value.isEmpty()) {
                facts.add(new Fact(texts.text("statement.fact." + name), value));
            }
        }

        private static String part(JsonNode part) {
            String make = text(part, "make");
            return text(part, "name") + (make.isEmpty() ? "" : " (" + make + ")");
        }

        private Claim claim(JsonNode claim) {
            return new Claim(
                    texts.find("statement.sign." + text(claim, "claim"))
                            .orElseGet(() -> texts.text("statement.sign.no-check")),
                    text(claim, "sentence"),
                    each(claim.path("effects"), effect -> clean(effect.asText(""))));
        }

        private CheckView check(JsonNode check) {
            JsonNode protocol = check.path("protocol");
            List<Fact> facts = new ArrayList<>();
            fact(facts, "checkedPath", text(check, "lightPath"));
            fact(facts, "reason", text(check, "reason"));
            fact(facts, "kit", String.join("; ", each(check.path("kit"), kit -> clean(kit.asText("")))));
            fact(facts, "limits", text(check, "limits"));
            fact(facts, "limitsNow", text(check, "limitsSince"));
            fact(facts, "recall", text(check, "recall"));
            fact(facts, "analysed", text(check, "software"));
            fact(facts, "by", text(check, "by"));
            fact(facts, "check", text(check, "id"));
            return new CheckView(
                    text(check, "id"),
                    day(text(check, "day")),
                    text(protocol, "title"),
                    method(protocol),
                    facts,
                    text(check, "overall"),
                    each(check.path("values"), this::value));
        }

        /** The protocol with its version, and the first publication it rests on; the record holds them all. */
        private static String method(JsonNode protocol) {
            String version = text(protocol, "id") + "@" + text(protocol, "version");
            return each(protocol.path("sources"), source -> clean(source.asText(""))).stream()
                    .findFirst()
                    .map(source -> version + "; " + source)
                    .orElse(version);
        }

        private ValueRow value(JsonNode value) {
            boolean evaluated = value.path("value").isNumber();
            return new ValueRow(
                    text(value, "title"),
                    text(value, "of"),
                    evaluated ? number(value) : "",
                    evaluated ? "" : text(value, "words"),
                    text(value, "limit"),
                    text(value, "verdict"));
        }

        private String number(JsonNode value) {
            if (value.has("words")) {
                return text(value, "words");
            }
            Quantity quantity = new Quantity(
                    value.path("value").asDouble(),
                    Unit.parse(text(value, "unit")).orElse(Unit.ONE));
            JsonNode expanded = value.path("expandedUncertainty");
            return texts.decimals(NumberText.with(
                    quantity, expanded.isNumber() ? OptionalDouble.of(expanded.asDouble()) : OptionalDouble.empty()));
        }

        private EventView event(JsonNode event) {
            String ended = text(event, "ended");
            return new EventView(
                    day(text(event, "day")),
                    text(event, "kind"),
                    text(event, "what"),
                    ended.isEmpty() ? "" : texts.text("statement.event.ended", day(ended)));
        }

        private String days(String from, String to) {
            return from.equals(to) ? day(from) : texts.text("statement.days", day(from), day(to));
        }

        private String day(String iso) {
            try {
                return texts.day(LocalDate.parse(iso));
            } catch (DateTimeParseException e) {
                return iso;
            }
        }

        private String instant(String iso, ZoneId zone) {
            try {
                ZonedDateTime at = Instant.parse(iso).atZone(zone);
                return texts.day(at.toLocalDate())
                        + DateTimeFormatter.ofPattern(", HH:mm xxx", texts.locale())
                                .format(at);
            } catch (DateTimeParseException e) {
                return iso;
            }
        }

        private static ZoneId zone(JsonNode said) {
            String name = text(said.path("facility"), "zone");
            return ZoneId.getAvailableZoneIds().contains(name) ? ZoneId.of(name) : ZoneOffset.UTC;
        }

        private static String text(JsonNode node, String name) {
            return clean(node.path(name).asText(""));
        }

        /** Neither a page nor a PDF can hold control characters. */
        private static String clean(String text) {
            return text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " ").strip();
        }

        private static <T> List<T> each(JsonNode array, Function<JsonNode, T> reading) {
            return StreamSupport.stream(array.spliterator(), false).map(reading).toList();
        }
    }
}
