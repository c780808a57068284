package org.fiducial.web.publication;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.publication.PublishedInstrument;
import org.fiducial.settings.Settings;
import org.fiducial.web.methods.MethodsView;
import org.fiducial.web.methods.Wish;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.PageLanguage;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** What somebody who imaged on an instrument may know of it: its state on the days, and now. */
final class PublishedPage {

    private final FacilityRecords records;
    private final PublicInstruments instruments;
    private final Journeys journeys;
    private final Pages pages;
    private final Supplier<Settings> settings;

    PublishedPage(PublicInstruments instruments, Journeys journeys, Pages pages, Supplier<Settings> settings) {
        this.records = instruments.records();
        this.instruments = instruments;
        this.journeys = journeys;
        this.pages = pages;
        this.settings = settings;
    }

    Answer page(Route.Request request) {
        return instruments
                .named(request)
                .map(published -> page(published, published.address(), "", request))
                .orElseGet(Answer.Nothing::new);
    }

    /** The same with all that is known, for those who may read it anyway. */
    Answer forStaff(Route.Request request) {
        Optional<Instrument> instrument = records.instruments().bySlug(request.path("slug"));
        if (instrument.isEmpty()) {
            return new Answer.Nothing();
        }
        Optional<PublishedInstrument> published = records.published().of(instrument.get());
        PublishedInstrument all = new PublishedInstrument(
                instrument.get(),
                InstrumentToken.of(instrument.get()),
                EnumSet.allOf(Field.class),
                published.map(PublishedInstrument::contact).orElse(""));
        String slug = instrument.get().slug();
        return page(
                all,
                "/instruments/" + slug + "/paper",
                published.map(PublishedInstrument::address).orElse("/"),
                request);
    }

    /**
     * The page.
     *
     * @param address where its form leads
     * @param open the address strangers see of it, {@code /} where they see none; empty for strangers
     */
    private Answer page(PublishedInstrument published, String address, String open, Route.Request request) {
        Journey journey = journeys.of(published, request);
        Days days = new Days(records.zone(published.instrument()), pages.texts().locale()).shortened();
        Map<String, Object> values = new HashMap<>();
        values.put("address", address);
        values.put("open", open);
        values.put("trail", List.of(Crumb.instruments(pages.texts()), Crumb.of(published.instrument())));
        values.put("problem", journey.problem().orElse(""));
        values.put("journey", JourneyView.of(journey, days));
        values.put("methods", methods(journey));
        values.put("state", instruments.state(published));
        values.put("preview", instruments.isPreview(published));
        values.put("make", published.make());
        values.put("gone", instruments.gone(published).orElse(""));
        values.put("contact", Contact.of(published.contact()));
        values.put("report", "/report/" + published.token());
        return pages.page("published.html", published.instrument().name(), values);
    }

    /** The methods section of what was asked; with addresses only where strangers find them too. */
    private MethodsView methods(Journey journey) {
        PublishedInstrument published = journey.published();
        Wish wish = new Wish(published, journey.asked(), journey.paths(), journey.span(), PageLanguage.ENGLISH);
        MethodsView view = MethodsView.of(wish, journey.coverage(), records, settings, pages.texts());
        boolean open = records.published()
                .byToken(published.token())
                .filter(published::equals)
                .isPresent();
        return open ? view : view.withoutAddresses();
    }
}
