package org.fiducial.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.Doubts;
import org.fiducial.facility.coverage.Coverage;
import org.fiducial.facility.coverage.Coverages;
import org.fiducial.facility.coverage.PartClaim;
import org.fiducial.facility.coverage.Span;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.schedule.DueDates;
import org.fiducial.facility.status.PlannedValidity;
import org.fiducial.facility.status.ProtocolValidity;
import org.fiducial.facility.status.Validity;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.metrology.protocol.Spelling;
import org.fiducial.report.CoverageText;
import org.fiducial.report.CoveringValues;
import org.fiducial.report.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the checks say of a light path over some days, with the numbers of the checks that cover them. */
@Command(
        name = "coverage",
        mixinStandardHelpOptions = true,
        description = "Says what the checks say of a light path over some days, and prints their numbers.",
        footer = {
            "",
            "Example: what covers the images of two days in March?",
            "  fiducial coverage lsm-1 --configuration oil63-488 --on 2026-03-12 --to 2026-03-13",
            "",
            "Exit status: 0 done, 1 done and outside limits or out of use, 2 bad usage, 3 internal fault."
        })
final class CoverageCommand implements Callable<Integer> {

    private final Rooms rooms;
    private final Terminal terminal;
    private Catalogue catalogue = new Catalogue(List.of());

    @Mixin
    private ImagedOptions imaged = new ImagedOptions();

    @Option(names = "--json", description = "Print it for a machine to read.")
    private boolean json;

    @Mixin
    private DataOptions data = new DataOptions();

    CoverageCommand(Rooms rooms, Terminal terminal) {
        this.rooms = rooms;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        LocalDate first = GivenTime.day(imaged.on());
        LocalDate last = imaged.to().isEmpty() ? first : GivenTime.day(imaged.to());
        try (FacilityRecord record = data.openExisting(rooms)) {
            catalogue = rooms.catalogue(record);
            Span span = new Span(first, last, record.instruments().zone());
            Coverage coverage = coverage(record, span);
            CoverageText text = new CoverageText(Texts.of(Locale.UK), this::protocol, CoverageText.Shown.all());
            List<CoveringValues.Row> rows = new CoveringValues(text.texts(), this::definition, Optional::of)
                    .rows(coverage, measured(record, coverage));
            print(coverage, text, rows);
            return switch (coverage.claim()) {
                case OUTSIDE_LIMITS, OUT_OF_USE -> ExitStatus.DONE_WITH_FAIL.code();
                case WITHIN_LIMITS, WITH_CARE, LAST_KNOWN_GOOD, PARTLY, NOT_ESTABLISHED, NO_CHECK ->
                    ExitStatus.DONE.code();
            };
        }
    }

    private Coverage coverage(FacilityRecord record, Span span) {
        List<String> known =
                record.instruments().all().stream().map(Instrument::slug).toList();
        Instrument instrument = record.instruments()
                .bySlug(imaged.instrument())
                .orElseThrow(() -> new UnusableCommandException("There is no instrument '" + imaged.instrument() + "'; "
                        + Spelling.advice(imaged.instrument(), known) + "."));
        Coverages coverages = new Coverages(
                record.instruments(),
                record.checks(),
                record.events(),
                () -> Doubts.of(record.kit(), record.checks()),
                catalogue);
        List<Configuration> paths = coverages.paths(instrument, span);
        return paths.stream()
                .filter(each -> each.slug().equals(imaged.path()))
                .findFirst()
                .flatMap(each -> coverages.of(instrument, each.id(), span, validity(record, instrument, span)))
                .orElseThrow(() -> new UnusableCommandException("The instrument '" + imaged.instrument()
                        + "' had no light path '" + imaged.path() + "' on these days; "
                        + Spelling.advice(
                                imaged.path(),
                                paths.stream().map(Configuration::slug).toList()) + "."));
    }

    private Validity validity(FacilityRecord record, Instrument instrument, Span span) {
        Validity last = validity(record, instrument, span.last(), span.zone());
        return span.isDay() ? last : Validity.stricter(validity(record, instrument, span.first(), span.zone()), last);
    }

    private Validity validity(FacilityRecord record, Instrument instrument, LocalDate day, ZoneId zone) {
        DueDates due = new DueDates(record.schedule(), record.instruments());
        return new PlannedValidity(due.on(day, Set.of(instrument.id())), zone, new ProtocolValidity(this::definition));
    }

    private static List<Check> measured(FacilityRecord record, Coverage coverage) {
        return record.checks()
                .measured(coverage.checks().stream()
                        .map(each -> each.check().id())
                        .collect(Collectors.toSet()));
    }

    private Optional<ProtocolDefinition> definition(ProtocolReference protocol) {
        return catalogue
                .find(protocol.toString())
                .or(() -> catalogue.find(protocol.id()))
                .map(Catalogue.Entry::definition);
    }

    private Optional<ProtocolDefinition> protocol(String id) {
        return catalogue.find(id).map(Catalogue.Entry::definition);
    }

    private void print(Coverage coverage, CoverageText text, List<CoveringValues.Row> rows) {
        Printout list = new Printout(terminal, json, "");
        ObjectNode node = list.add(text.overall(coverage))
                .put("instrument", imaged.instrument())
                .put("path", imaged.path())
                .put("from", coverage.span().first().toString())
                .put("to", coverage.span().last().toString())
                .put("claim", coverage.claim().word())
                .put("sentence", text.overall(coverage));
        ArrayNode parts = node.putArray("parts");
        for (PartClaim part : coverage.parts()) {
            String sentence = text.line(part, coverage).sentence();
            list.below("  " + sentence);
            parts.addObject()
                    .put("protocol", part.protocol().id())
                    .put("claim", part.claim().word())
                    .put("sentence", sentence);
        }
        ArrayNode values = node.putArray("values");
        rows.forEach(row -> {
            CoveringValues.Words words = row.words();
            LocalDate day = LocalDate.ofInstant(
                    row.check().occasion().times().measuredAt(), coverage.span().zone());
            String verdict = row.verdict().map(each -> each.level().word()).orElse("");
            String name = words.where().isEmpty() ? words.name() : words.name() + ", " + words.where();
            list.below(String.format("  %s  %-40s %-28s %-20s %s", day, name, words.value(), words.limit(), verdict)
                    .stripTrailing());
            values.addObject()
                    .put("check", row.check().id().toString())
                    .put("day", day.toString())
                    .put("metric", row.key().metric())
                    .put("name", name)
                    .put("value", words.value())
                    .put("limit", words.limit())
                    .put("verdict", verdict)
                    .put("method", words.method());
        });
        list.print();
    }
}
