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
        EVENT_CHANGED;

        /** The word used in data. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What is otherwise, in the order of the record. */
    public static List<Correction> between(JsonNode was, JsonNode is) {
        List<Correction> all = new ArrayList<>();
        compare(was, is, "claims", "key", (one, other) -> {
            if (!text(one, "standing").equals(text(other, "standing"))) {
                all.add(new Correction(Kind.STANDING, one, other));
            }
        });
        compare(was, is, "checks", "id", (one, other) -> check(one, other, all));
        compare(was, is, "events", "id", (one, other) -> event(one, other, all));
        return List.copyOf(all);
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
