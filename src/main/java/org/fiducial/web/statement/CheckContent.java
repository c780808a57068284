package org.fiducial.web.statement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.coverage.PartClaim;
import org.fiducial.facility.judgement.DecisionRule;
import org.fiducial.facility.judgement.LimitSet;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Provenance;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.report.CoveringValues;
import org.fiducial.report.Texts;
import org.fiducial.web.records.FacilityRecords;

/**
 * What a statement says of one check.
 *
 * @param zone where its day is counted
 */
record CheckContent(FacilityRecords records, Texts texts, ZoneId zone) {

    private static final MathContext TWELVE_DIGITS = new MathContext(12);

    /** What it was, when, and how it came out. */
    void fill(ObjectNode node, PartClaim.Covering covering) {
        CheckSummary check = covering.check();
        node.put("id", check.id().toString());
        node.put("measuredAt", check.measuredAt().toString());
        node.put("day", day(check.measuredAt()).toString());
        node.put("lightPath", covering.path().name());
        node.put("reason", texts.text("why." + check.reason().word()));
        node.put("overall", check.overall().word());
        ObjectNode protocol = node.putObject("protocol");
        Optional<ProtocolDefinition> definition = records.protocol(check.protocol());
        protocol.put("id", check.protocol().id());
        protocol.put("version", check.protocol().version());
        protocol.put(
                "title",
                definition
                        .map(known -> texts.named(known.description().title()))
                        .orElse(check.protocol().id()));
        ArrayNode sources = protocol.putArray("sources");
        definition.ifPresent(known -> known.description().sources().forEach(sources::add));
        records.doubts().casting(check.id()).ifPresent(doubt -> {
            node.put("recalled", doubt.recall().id().toString());
            node.put("recall", texts.text("statement.recalled"));
        });
    }

    /** What it was measured and judged with. */
    void fill(ObjectNode node, Check check, KitNames kit) {
        LocalDate day = day(check.occasion().times().measuredAt());
        Provenance from = check.result().provenance();
        node.put("module", from.module().id() + "@" + from.module().version());
        node.put(
                "software",
                from.software().name() + " " + from.software().version() + " ("
                        + from.software().commit() + ")");
        ArrayNode with = node.putArray("kit");
        kit.of(check, day).forEach(with::add);
        ArrayNode certificates = node.putArray("certificates");
        kit.certificates(check, day).forEach(certificates::add);
        String judgedBy = check.judgement().limitVersion();
        String inForce = inForce(check, day).orElse(judgedBy);
        node.put("limits", limits(check, judgedBy));
        node.put("limitsInForce", inForce);
        if (!inForce.equals(judgedBy)) {
            node.put("limitsSince", limits(check, inForce));
        }
    }

    /** Limits as people call them: in English as the record does, which every other language has to say anew. */
    private String limits(Check check, String name) {
        ProtocolReference protocol = check.result().provenance().protocol();
        Optional<String> set = records.limits().versions(check.configurationId(), protocol.id()).stream()
                .filter(version -> name.startsWith(version.name()))
                .findFirst()
                .flatMap(version -> texts.find("statement.limits.set", version.number(), reach(version), day(version)));
        boolean proposed = name.equals(LimitSet.defaultsOf(protocol));
        return set.or(() -> proposed ? texts.find("statement.limits.protocol", protocol) : Optional.empty())
                .orElse(name);
    }

    private String reach(LimitVersion version) {
        return texts.find("statement.limits.reach."
                        + version.subject().scope().reach().word())
                .orElse("");
    }

    private String day(LimitVersion version) {
        return texts.day(version.inForceFrom());
    }

    /** The limits for the day of a check as they are known today: somebody may have set others for a day gone by. */
    private Optional<String> inForce(Check check, LocalDate day) {
        return records.protocol(check.result().provenance().protocol()).map(protocol -> {
            List<LimitVersion> versions = records.limits()
                    .versions(check.configurationId(), protocol.reference().id());
            return LimitSet.of(protocol, LimitVersion.inForce(versions, day)).version();
        });
    }

    /** A number of it. */
    void fill(ObjectNode node, CoveringValues.Row row) {
        MeasurementKey key = row.key();
        node.put("metric", key.metric());
        node.put("statistic", key.statistic().word());
        if (key.channel() > 0) {
            node.put("channel", key.channel());
        }
        if (!key.qualifiers().isEmpty()) {
            ObjectNode qualifiers = node.putObject("qualifiers");
            key.qualifiers().forEach(qualifiers::put);
        }
        node.put("title", row.words().name());
        node.put("of", row.words().where());
        if (row.finding() instanceof Finding.Evaluated evaluated) {
            fill(node, evaluated);
        }
        if (row.finding() instanceof Finding.NotEvaluated || isWord(row)) {
            node.put("words", row.words().value());
        }
        row.verdict().ifPresent(verdict -> fill(node, row, verdict));
    }

    /** Whether its number stands for a word, such as yes and no. */
    private boolean isWord(CoveringValues.Row row) {
        return records.protocol(row.check().result().provenance().protocol())
                .flatMap(protocol -> protocol.metric(row.key().metric()))
                .map(MetricDefinition::levels)
                .filter(levels -> !levels.isEmpty())
                .isPresent();
    }

    private static void fill(ObjectNode node, Finding.Evaluated evaluated) {
        node.put("value", number(evaluated.value().value()));
        node.put("unit", evaluated.value().unit().code());
        evaluated.uncertainty().ifPresent(u -> {
            node.put("expandedUncertainty", number(DecisionRule.COVERAGE_FACTOR * u.standard()));
            node.put("coverageFactor", DecisionRule.COVERAGE_FACTOR);
        });
        if (evaluated.n() > 0) {
            node.put("n", evaluated.n());
        }
        evaluated.formula().ifPresent(formula -> node.put("formula", formula));
    }

    private void fill(ObjectNode node, CoveringValues.Row row, Verdict verdict) {
        node.put("verdict", verdict.level().word());
        verdict.ruling().ifPresent(ruling -> {
            node.put("rule", ruling.rule().word());
            node.put("limitBy", ruling.source().word());
        });
        ObjectNode bounds = node.putObject("bounds");
        fill(bounds, "warning", verdict.limit().warning());
        fill(bounds, "fail", verdict.limit().fail());
        if (!row.words().limit().isEmpty()) {
            node.put(
                    "limit",
                    row.words().warning().isEmpty()
                            ? row.words().limit()
                            : texts.text(
                                    "journey.limits",
                                    row.words().limit(),
                                    row.words().warning()));
        }
    }

    private static void fill(ObjectNode node, String side, DefaultLimit.Bounds bounds) {
        put(node, side + "Low", bounds.low());
        put(node, side + "High", bounds.high());
    }

    private static void put(ObjectNode node, String name, OptionalDouble bound) {
        bound.ifPresent(value -> node.put(name, number(value)));
    }

    private static BigDecimal number(double value) {
        return new BigDecimal(value).round(TWELVE_DIGITS);
    }

    /** How these numbers were judged, in words. */
    List<String> rules(List<CoveringValues.Row> rows) {
        Set<DecisionRule> used = rows.stream()
                .flatMap(row -> row.verdict().stream())
                .flatMap(verdict -> verdict.ruling().stream())
                .map(Verdict.Ruling::rule)
                .collect(Collectors.toSet());
        List<String> rules = new ArrayList<>();
        for (DecisionRule rule : DecisionRule.values()) {
            if (used.contains(rule)) {
                rules.add(texts.text("statement.rule." + rule.word()));
            }
        }
        if (!rows.isEmpty()) {
            rules.add(texts.text("statement.rule.uncertainty"));
        }
        return rules;
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
