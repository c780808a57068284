package org.fiducial.web.methods;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiducial.facility.coverage.Span;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.methods.Value;
import org.fiducial.facility.publication.PublishedInstrument;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.MethodsText;
import org.fiducial.report.Texts;
import org.fiducial.web.page.PageLanguage;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.CoverageRecords;
import org.fiducial.web.records.FacilityRecords;

/**
 * What is asked for: a light path of a published instrument on some days, in a language.
 *
 * @param path the light path; empty where the instrument had none on these days
 * @param paths the light paths there were
 */
public record Wish(
        PublishedInstrument published,
        Optional<Configuration> path,
        List<Configuration> paths,
        Span span,
        PageLanguage language) {

    public Wish {
        paths = List.copyOf(paths);
    }

    /**
     * What an address asks for; empty where no such instrument is public.
     *
     * @throws UnusableInputException if its days are none
     */
    static Optional<Wish> of(Route.Request request, FacilityRecords records) {
        return records.published().byToken(request.path("token")).map(published -> of(request, records, published));
    }

    private static Wish of(Route.Request request, FacilityRecords records, PublishedInstrument published) {
        ZoneId zone = records.zone(published.instrument());
        LocalDate today = LocalDate.ofInstant(records.clock().instant(), zone);
        LocalDate from =
                day(request.query("from")).or(() -> day(request.query("to"))).orElse(today);
        Span span = new Span(from, day(request.query("to")).orElse(from), zone);
        CoverageRecords coverage = new CoverageRecords(records);
        List<Configuration> paths = coverage.paths(published.instrument(), span);
        Optional<Configuration> path = paths.stream()
                .filter(each -> each.slug().equals(request.query("path")))
                .findFirst()
                .or(() -> coverage.checkedLast(published.instrument(), paths));
        return new Wish(published, path, paths, span, PageLanguage.of(request));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            throw new UnusableInputException(
                    "A day is written as 2026-03-12, but it was something else; choose it anew.", e);
        }
    }

    /** What is asked for besides the language, by the parameters of an address. */
    Map<String, String> asked() {
        return Map.of(
                "from",
                span.first().toString(),
                "to",
                span.last().toString(),
                "path",
                path.map(Configuration::slug).orElse(""));
    }

    /** The query that asks for the same again. */
    public String query() {
        return "?from=" + span.first() + "&to=" + span.last()
                + path.map(each -> "&path=" + URLEncoder.encode(each.slug(), StandardCharsets.UTF_8))
                        .orElse("")
                + "&" + PageLanguage.QUERY + "=" + language.tag();
    }

    /** The instrument, the light path and the days, in words. */
    String about(Texts texts) {
        MethodsText text = new MethodsText(texts);
        return text.value(new Value.Name(published.instrument().name()))
                + path.map(each -> ", " + each.name()).orElse("")
                + ", "
                + text.value(new Value.Days(span.first(), span.last()));
    }

    /** The query that asks for the light path alone, of whatever day, in the language. */
    public String pathQuery() {
        return "?" + PageLanguage.QUERY + "=" + language.tag()
                + path.map(each -> "&path=" + URLEncoder.encode(each.slug(), StandardCharsets.UTF_8))
                        .orElse("");
    }

    /** An address under the instrument's own that asks for the same, for instance {@code methods}. */
    public String address(String what) {
        return published.address() + "/" + what + query();
    }
}
