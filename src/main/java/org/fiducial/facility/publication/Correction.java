package org.fiducial.facility.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Something that is otherwise now than it was when a statement was issued. Found by comparing what was said with what would be
 * said today, part by part and by identifiers and stable words, so that other wording alone is no correction.
 *
 * @param kind what became otherwise
 * @param was the part as it was said; missing where there was none
 * @param is the part as it would be said; missing where there is none any longer
 */
public record Correction(Kind kind, JsonNode was, JsonNode is) {

    private static final String WHOLE = "whole";
    private static final String NEVER = "no-check";
    private static final List<String> IDENTITY = List.of("make", "serial", "identifier");

    /** What can become otherwise. */
    public enum Kind {
        /** A part of the light path stands otherwise. */
        STANDING,
        /** A check counts no longer: it was voided, rejected or moved to another light path. */
        CHECK_GONE,
        /** A check counts that was not there. */
        CHECK_ADDED,
        /** A check counts otherwise: its result is not accepted any longer, or is again. */
        CHECK_REJUDGED,
        /** What a check was measured with was recalled since. */
        CHECK_RECALLED,
        /** Limits were set later that hold for the day of a check. */
        LIMITS,
        /** Something happened in that time and was entered later. */
        EVENT_ADDED,
        /** An event was entered by mistake. */
        EVENT_GONE,
        /** What is said of an event is otherwise. */
        EVENT_CHANGED,
        /** Another meter's certificate speaks for a check, or none did that does. */
        CERTIFICATE,
        /** The light path is known to have been made of other parts, or a part to be another. */
        PARTS,
        /** The instrument is known to be another make, or to have another serial number or identifier. */
        INSTRUMENT,
        /** Other software is known to have run. */
        SOFTWARE;

        /** The word used in data. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What is otherwise: the light path and the instrument first, then what is said, then the checks and the events. That a
     * protocol which nobody did is asked for since, or no longer, corrects nothing.
     */
    public static List<Correction> between(JsonNode was, JsonNode is) {
        List<Correction> all = new ArrayList<>();
        hardware(was, is, all);
        all.addAll(standings(was, is));
        compare(was, is, "checks", "id", (one, other) -> check(one, other, all));
        compare(was, is, "events", "id", (one, other) -> event(one, other, all));
        return List.copyOf(all);
    }

    private static void hardware(JsonNode was, JsonNode is, List<Correction> all) {
        JsonNode path = was.path("lightPath");
        boolean named = path.path("parts").findValue("id") != null;
        if (!parts(path, named).equals(parts(is.path("lightPath"), named))) {
            all.add(new Correction(Kind.PARTS, path, is.path("lightPath")));
        }
        JsonNode instrument = was.path("instrument");
        JsonNode today = is.path("instrument");
        if (IDENTITY.stream()
                .anyMatch(
                        name -> instrument.has(name) && !text(instrument, name).equals(text(today, name)))) {
            all.add(new Correction(Kind.INSTRUMENT, instrument, today));
        }
        if (!instrument.path("software").equals(today.path("software"))) {
            all.add(new Correction(Kind.SOFTWARE, instrument, today));
        }
    }

    /** The parts by their identifiers; an early record lacks them, so that a name has to do. */
    private static List<List<String>> parts(JsonNode path, boolean named) {
        List<List<String>> parts = new ArrayList<>();
        path.path("parts")
                .forEach(part -> parts.add(
                        List.of(text(part, named ? "id" : "name"), text(part, "make"), text(part, "serial"))));
        return parts;
    }

    /** The word on the whole follows from those on the parts: without another of them only the protocols are others. */
    private static List<Correction> standings(JsonNode was, JsonNode is) {
        List<Correction> all = new ArrayList<>();
        compare(was, is, "claims", "key", (one, other) -> {
            boolean neverDone = (one.isMissingNode() && isNever(other)) || (other.isMissingNode() && isNever(one));
            if (!neverDone && !text(one, "standing").equals(text(other, "standing"))) {
                all.add(new Correction(Kind.STANDING, one, other));
            }
        });
        boolean ofPart = all.stream().anyMatch(each -> !WHOLE.equals(text(each.was(), "key")));
        boolean sameProtocols = byKey(was.path("claims"), "key")
                .keySet()
                .equals(byKey(is.path("claims"), "key").keySet());
        return ofPart || sameProtocols ? all : List.of();
    }

    private static boolean isNever(JsonNode claim) {
        return text(claim, "claim").equals(NEVER);
    }

    private interface Pair {
        void meet(JsonNode one, JsonNode other);
    }

    private static void compare(JsonNode was, JsonNode is, String part, String key, Pair pair) {
        Map<String, JsonNode> before = byKey(was.path(part), key);
        Map<String, JsonNode> now = byKey(is.path(part), key);
        Set<String> all = new LinkedHashSet<>(before.keySet());
        all.addAll(now.keySet());
        for (String each : all) {
            pair.meet(
                    before.getOrDefault(each, MissingNode.getInstance()),
                    now.getOrDefault(each, MissingNode.getInstance()));
        }
    }

    private static void check(JsonNode was, JsonNode is, List<Correction> all) {
        if (is.isMissingNode()) {
            all.add(new Correction(Kind.CHECK_GONE, was, is));
            return;
        }
        if (was.isMissingNode()) {
            all.add(new Correction(Kind.CHECK_ADDED, was, is));
            return;
        }
        if (!text(was, "overall").equals(text(is, "overall"))) {
            all.add(new Correction(Kind.CHECK_REJUDGED, was, is));
        }
        if (!text(was, "recalled").equals(text(is, "recalled"))) {
            all.add(new Correction(Kind.CHECK_RECALLED, was, is));
        }
        if (!text(was, "limitsInForce").equals(text(is, "limitsInForce"))) {
            all.add(new Correction(Kind.LIMITS, was, is));
        }
        if (was.has("certificates") && !was.path("certificates").equals(is.path("certificates"))) {
            all.add(new Correction(Kind.CERTIFICATE, was, is));
        }
    }

    private static void event(JsonNode was, JsonNode is, List<Correction> all) {
        if (is.isMissingNode()) {
            all.add(new Correction(Kind.EVENT_GONE, was, is));
        } else if (was.isMissingNode()) {
            all.add(new Correction(Kind.EVENT_ADDED, was, is));
        } else if (!text(was, "ended").equals(text(is, "ended"))) {
            all.add(new Correction(Kind.EVENT_CHANGED, was, is));
        }
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText("");
    }

    private static Map<String, JsonNode> byKey(JsonNode array, String key) {
        Map<String, JsonNode> byKey = new LinkedHashMap<>();
        array.forEach(each -> byKey.put(text(each, key), each));
        return byKey;
    }
}
