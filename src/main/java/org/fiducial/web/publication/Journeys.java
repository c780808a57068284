package org.fiducial.web.publication;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fiducial.facility.coverage.Coverage;
import org.fiducial.facility.coverage.Span;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.publication.PublishedInstrument;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.CoverageText;
import org.fiducial.report.CoveringValues;
import org.fiducial.report.Texts;
import org.fiducial.web.page.PageLanguage;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.TypedDays;
import org.fiducial.web.records.CoverageRecords;
import org.fiducial.web.records.FacilityRecords;

/** Answers what people ask who imaged: {@code from} and {@code to}, days, and {@code path}, a light path. */
final class Journeys {

    private final FacilityRecords records;
    private final CoverageRecords coverages;
    private final Pages pages;

    Journeys(FacilityRecords records, Pages pages) {
        this.records = records;
        this.coverages = new CoverageRecords(records);
        this.pages = pages;
    }

    /**
     * What somebody asks, as typed.
     *
     * @param from the first day
     * @param to the last day
     * @param path the light path's name in addresses
     */
    record Asked(String from, String to, String path) {

        static Asked of(Route.Request request) {
            return new Asked(request.query("from").strip(), request.query("to").strip(), request.query("path"));
        }

        /** Whether no day is asked for. */
        boolean isOfNoDay() {
            return days().isNone();
        }

        TypedDays days() {
            return new TypedDays(from, to);
        }

        /** The same for a day. */
        Asked on(LocalDate day) {
            return new Asked(day.toString(), "", path);
        }
    }

    /** What was asked of an instrument; a question that says nothing is for today and the light path checked last. */
    Journey of(PublishedInstrument published, Route.Request request) {
        return of(published, Asked.of(request), PageLanguage.of(request));
    }

    /** The same of what is asked in a language. */
    Journey of(PublishedInstrument published, Asked asked, PageLanguage language) {
        Texts texts = pages.texts(language);
        Instrument instrument = published.instrument();
        ZoneId zone = records.zone(instrument);
        LocalDate today = LocalDate.ofInstant(records.clock().instant(), zone);
        try {
            return answer(published, asked.days().span(today, zone, texts), asked.path(), texts);
        } catch (UnusableInputException e) {
            Span now = new Span(today, today, zone);
            List<Configuration> paths = coverages.paths(instrument, now);
            return new Journey(
                    published,
                    now,
                    paths,
                    coverages.checkedLast(instrument, paths),
                    Optional.empty(),
                    List.of(),
                    text(published, texts),
                    Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private Journey answer(PublishedInstrument published, Span span, String slug, Texts texts) {
        Instrument instrument = published.instrument();
        List<Configuration> paths = coverages.paths(instrument, span);
        Optional<Configuration> named =
                paths.stream().filter(path -> path.slug().equals(slug)).findFirst();
        if (!slug.isBlank() && named.isEmpty()) {
            throw new UnusableInputException(texts.text("journey.nopath"));
        }
        Optional<Configuration> asked = named.or(() -> coverages.checkedLast(instrument, paths));
        Optional<Coverage> coverage = asked.flatMap(path -> coverages.of(instrument, path.id(), span));
        List<CoveringValues.Row> values = coverage.filter(unused -> published.shows(Field.VALUES))
                .map(found ->
                        new CoveringValues(texts, records::protocol, kit(texts)).rows(found, coverages.measured(found)))
                .orElse(List.of());
        return new Journey(published, span, paths, asked, coverage, values, text(published, texts), Optional.empty());
    }

    private CoverageText text(PublishedInstrument published, Texts texts) {
        return new CoverageText(
                texts,
                id -> records.catalogue().find(id).map(Catalogue.Entry::definition),
                new CoverageText.Shown(published.shows(Field.EVENTS), published.shows(Field.COMPONENTS)));
    }

    /** What was measured with, by maker and product; serial numbers and lots are the facility's. */
    private Function<String, Optional<String>> kit(Texts texts) {
        Map<String, Optional<String>> names = new HashMap<>();
        return slug -> names.computeIfAbsent(slug, each -> records.kit()
                .meter(each)
                .map(meter -> meter.device().model())
                .or(() -> records.kit().artefact(each).map(artefact -> name(artefact, texts))));
    }

    private static String name(Artefact artefact, Texts texts) {
        String made = artefact.source().title();
        return made.isEmpty() ? texts.text("artefact.kind." + artefact.kind().word()) : made;
    }
}
