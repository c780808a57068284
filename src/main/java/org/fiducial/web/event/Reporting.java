package org.fiducial.web.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.people.Permission;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.facility.publication.Publicity;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.PageLanguage;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Tongue;
import org.fiducial.web.records.FacilityRecords;

/**
 * What a form that reports a problem tells those who may not read: nothing without the label of the instrument, and of its
 * parts what is public.
 */
record Reporting(FacilityRecords records) {

    /** A part of an instrument that can be named. */
    public record Part(String id, String name, boolean chosen) {}

    /** The instrument of a form; for who may not read only with its label, else as if there were none. */
    Optional<Instrument> instrument(Route.Request request) {
        return records.instruments()
                .bySlug(request.path("slug"))
                .filter(each -> request.may(Permission.READ) || InstrumentToken.isOf(each, label(request)));
    }

    /** What a label says, as its address or the form that came of it carries it. */
    static String label(Route.Request request) {
        String sent = request.form("label");
        return sent.isEmpty() ? request.query("label") : sent;
    }

    /** The language of the form: who comes by a label may speak any that public pages do. */
    static PageLanguage language(Route.Request request) {
        return label(request).isEmpty() ? PageLanguage.ENGLISH : PageLanguage.of(request);
    }

    /** The query that keeps it. */
    static String kept(Route.Request request) {
        return label(request).isEmpty() ? "" : PageLanguage.kept(request);
    }

    /** The form in every language it speaks; none where it speaks English only. */
    static List<Tongue> tongues(Route.Request request) {
        String label = label(request);
        return label.isEmpty()
                ? List.of()
                : Tongue.of(request, language(request), Map.of("kind", request.query("kind"), "label", label));
    }

    List<Crumb> trail(Route.Request request, Instrument instrument, Texts texts) {
        return request.may(Permission.READ) ? List.of(Crumb.instruments(texts), Crumb.of(instrument)) : List.of();
    }

    List<Part> parts(Route.Request request, Instrument instrument, List<Component> all) {
        boolean known = request.may(Permission.READ)
                || records.published()
                        .of(instrument)
                        .filter(each -> each.shows(Publicity.Field.COMPONENTS))
                        .isPresent();
        return all.stream()
                .filter(part -> known)
                .map(part -> new Part(
                        part.id().toString(),
                        part.name(),
                        !request.form("part." + part.id()).isEmpty()))
                .toList();
    }
}
