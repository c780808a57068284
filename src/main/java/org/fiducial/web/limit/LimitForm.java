package org.fiducial.web.limit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.fiducial.facility.judgement.DecisionRule;
import org.fiducial.facility.judgement.LimitSetting;
import org.fiducial.facility.judgement.OwnLimit;
import org.fiducial.facility.judgement.Tolerance;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Route;

/** What was typed into the form of limits. Each refusal is a sentence for who typed it. */
record LimitForm(Route.Request request) {

    /** What the fields of a metric end in. */
    static String suffix(MeasurementKey key) {
        return "." + key.metric() + "/" + key.statistic().word();
    }

    /** A limit for each metric that has a kind; the others keep what the protocol proposes. */
    List<OwnLimit> limits(List<MeasurementKey> keys, ProtocolDefinition protocol) {
        List<OwnLimit> limits = new ArrayList<>();
        for (MeasurementKey key : keys) {
            String word = field("kind" + suffix(key));
            if (word.isEmpty()) {
                continue;
            }
            Tolerance.Kind kind = Tolerance.Kind.of(word)
                    .orElseThrow(() -> new UnusableInputException(
                            "Choose what the limit of " + key.metric() + " is relative to."));
            OwnLimit limit = new OwnLimit(
                    key.metric(),
                    key.statistic(),
                    new Tolerance(kind, bounds("warning", key, kind), bounds("fail", key, kind)),
                    DecisionRule.of(field("rule" + suffix(key))).orElse(DecisionRule.SIMPLE));
            limit.requireOf(protocol);
            limits.add(limit);
        }
        return limits;
    }

    private Bounds bounds(String level, MeasurementKey key, Tolerance.Kind kind) {
        OptionalDouble low = number(level + "low" + suffix(key));
        OptionalDouble high = number(level + "high" + suffix(key));
        if (kind != Tolerance.Kind.ABSOLUTE) {
            return new Bounds(downwards(low), upwards(high));
        }
        if (low.isPresent() && high.isPresent() && low.getAsDouble() > high.getAsDouble()) {
            throw new UnusableInputException("The lowest value of " + key.metric() + " lies above the highest.");
        }
        return new Bounds(low, high);
    }

    /** However it is signed, a deviation downwards is meant. */
    private static OptionalDouble downwards(OptionalDouble percent) {
        return percent.isPresent() ? OptionalDouble.of(-Math.abs(percent.getAsDouble())) : percent;
    }

    private static OptionalDouble upwards(OptionalDouble percent) {
        return percent.isPresent() ? OptionalDouble.of(Math.abs(percent.getAsDouble())) : percent;
    }

    private OptionalDouble number(String name) {
        String typed = field(name).replace(',', '.').replace('−', '-');
        if (typed.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!typed.matches("-?\\d{1,12}(\\.\\d{1,12})?([eE]-?\\d{1,2})?")) {
            throw new UnusableInputException("A limit is a number, for instance 0.25, but '" + typed + "' was typed.");
        }
        return OptionalDouble.of(Double.parseDouble(typed));
    }

    LocalDate inForceFrom(LocalDate today) {
        String typed = field("from");
        return typed.isEmpty()
                ? today
                : Days.parse(typed)
                        .orElseThrow(() -> new UnusableInputException(
                                "A day is written 2026-03-12, but '" + typed + "' was typed."));
    }

    LimitSetting.Signature signature() {
        return new LimitSetting.Signature(field("by"), field("reason"));
    }

    private String field(String name) {
        return request.form(name).strip();
    }
}
