package org.fiducial.web.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.service.Upkeep;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** The page that adds a component to an instrument. */
final class NewComponentPage {

    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;
    private final RegistryEditor editor;

    NewComponentPage(FacilityRecords records, Pages pages, Sources sources, RegistryEditor editor) {
        this.records = records;
        this.pages = pages;
        this.sources = sources;
        this.editor = editor;
    }

    /** The empty form. */
    Answer form(Route.Request request) {
        return records.instruments()
                .bySlug(request.path("slug"))
                .map(instrument -> newForm(request, instrument, ""))
                .orElseGet(Answer.Nothing::new);
    }

    Answer add(Route.Request request) {
        return records.instruments()
                .bySlug(request.path("slug"))
                .map(instrument -> {
                    if (sources.demonstration()) {
                        return newForm(request, instrument, pages.texts().text("register.demonstration"));
                    }
                    try {
                        Component component = new NewComponentForm(request, editor.fields())
                                .component(sources.ids().get());
                        editor.upkeep()
                                .add(
                                        component,
                                        instrument.id(),
                                        ComponentPages.time(request, records.zone(instrument), records.clock()),
                                        new Upkeep.Signature(request.form("by"), request.form("reason")));
                        return new Answer.Elsewhere("/instruments/" + instrument.slug() + "/registry");
                    } catch (UnusableInputException | IllegalArgumentException e) {
                        return newForm(request, instrument, RegistrationForm.sentence(e));
                    }
                })
                .orElseGet(Answer.Nothing::new);
    }

    private Answer newForm(Route.Request request, Instrument instrument, String refusal) {
        Map<String, Object> values = new HashMap<>();
        values.put(
                "trail",
                List.of(
                        Crumb.instruments(pages.texts()),
                        Crumb.of(instrument),
                        new Crumb(
                                pages.texts().text("registry.title"),
                                "/instruments/" + instrument.slug() + "/registry")));
        values.put("refusal", refusal);
        values.put("demonstration", sources.demonstration());
        values.put("slug", instrument.slug());
        values.put("kinds", ComponentList.kinds(pages.texts(), request.form("kind")));
        values.put("fields", new NewComponentForm(request, editor.fields()).fields());
        values.put("at", request.form("at").isEmpty() ? editor.now(records.zone(instrument)) : request.form("at"));
        values.put("by", request.form("by"));
        values.put("reason", request.form("reason"));
        return pages.page("new-component.html", pages.texts().text("component.add"), values);
    }
}
