package org.fiducial.web.publication;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiducial.facility.coverage.Span;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.publication.PublishedInstrument;
import org.fiducial.report.Texts;
import org.fiducial.web.methods.ImageDrop;
import org.fiducial.web.methods.TakenAlong;
import org.fiducial.web.methods.Wish;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.PageLanguage;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Tongue;
import org.fiducial.web.records.FacilityRecords;

/** What somebody who imaged on an instrument may know of it: its state on the days, and now. */
final class PublishedPage {

    private final FacilityRecords records;
    private final PublicInstruments instruments;
    private final Journeys journeys;
    private final Pages pages;
    private final ImageDrop drop;
    private final TakenAlong.Desk desk;

    PublishedPage(PublicInstruments instruments, Journeys journeys, Pages pages, ImageDrop drop, TakenAlong.Desk desk) {
        this.records = instruments.records();
        this.instruments = instruments;
        this.journeys = journeys;
        this.pages = pages;
        this.drop = drop;
        this.desk = desk;
    }

    Answer page(Route.Request request) {
        return instruments
                .named(request)
                .map(published ->
                        page(new Shown(published, published.address(), ""), Journeys.Asked.of(request), request))
                .orElseGet(Answer.Nothing::new);
    }

    /** The same with what an image says; where no day is asked for, for the day it was acquired. */
    Answer sent(Route.Request request) {
        return instruments
                .named(request)
                .map(published -> sent(published, request))
                .orElseGet(Answer.Nothing::new);
    }

    private Answer sent(PublishedInstrument published, Route.Request request) {
        ImageDrop.Looked looked = drop.at(request, pages.texts(PageLanguage.of(request)));
        Journeys.Asked asked = Journeys.Asked.of(request);
        LocalDate today = LocalDate.ofInstant(records.clock().instant(), records.zone(published.instrument()));
        Optional<LocalDate> ofImage =
                looked.day().filter(day -> asked.isOfNoDay() && !day.isAfter(today) && Span.allows(day));
        return looked.closed()
                .orElseGet(() -> page(
                        new Shown(published, published.address(), "", looked, ofImage.isPresent()),
                        ofImage.map(asked::on).orElse(asked),
                        request));
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
                new Shown(
                        all,
                        "/instruments/" + slug + "/paper",
                        published.map(PublishedInstrument::address).orElse("/")),
                Journeys.Asked.of(request),
                request);
    }

    /**
     * What is shown, and how.
     *
     * @param address where its form leads
     * @param open the address strangers see of it, {@code /} where they see none; empty for strangers
     * @param looked what became of the image sent with the question
     * @param ofImage whether the day is the image's own
     */
    private record Shown(
            PublishedInstrument published, String address, String open, ImageDrop.Looked looked, boolean ofImage) {

        Shown(PublishedInstrument published, String address, String open) {
            this(published, address, open, ImageDrop.Looked.nothing(), false);
        }
    }

    private Answer page(Shown shown, Journeys.Asked asked, Route.Request request) {
        PublishedInstrument published = shown.published();
        PageLanguage language = PageLanguage.of(request);
        Texts texts = pages.texts(language);
        Journey journey = journeys.of(published, asked, language);
        Days days = new Days(records.zone(published.instrument()), texts.locale()).shortened();
        Map<String, Object> values = new HashMap<>();
        values.put("address", shown.address());
        values.put("open", shown.open());
        values.put("trail", List.of(Crumb.instruments(texts), Crumb.of(published.instrument())));
        values.put("problem", journey.problem().orElse(""));
        values.put("journey", JourneyView.of(journey, days));
        Wish wish = new Wish(published, journey.asked(), journey.paths(), journey.span(), language);
        TakenAlong along = along(wish, journey, shown.looked());
        values.put("along", along);
        values.put("methods", along.methods());
        values.put("ofimage", shown.ofImage());
        values.put("tongues", tongues(journey, language, request));
        values.put("lang", PageLanguage.stated(request).map(PageLanguage::tag).orElse(""));
        values.put("send", published.address() + (asked.isOfNoDay() ? wish.pathQuery() : wish.query()));
        values.put("largest", ImageDrop.LARGEST_OF_STRANGERS >> 20);
        values.put("state", instruments.state(published, texts));
        values.put("preview", instruments.isPreview(published));
        values.put("make", published.make());
        values.put("gone", instruments.gone(published).orElse(""));
        values.put("contact", Contact.of(published.contact()));
        values.put("report", "/report/" + published.token());
        return pages.page(request, "published.html", published.instrument().name(), values);
    }

    /** What was not understood is not said again. */
    private static List<Tongue> tongues(Journey journey, PageLanguage language, Route.Request request) {
        return journey.problem().isPresent()
                ? Tongue.of(request, language)
                : Tongue.of(request, language, "from", "to", "path");
    }

    /** What there is to take along; with addresses only where strangers find them too. */
    private TakenAlong along(Wish wish, Journey journey, ImageDrop.Looked looked) {
        TakenAlong along = desk.of(wish, journey.coverage(), looked);
        boolean open = records.published()
                .byToken(wish.published().token())
                .filter(wish.published()::equals)
                .isPresent();
        return open ? along : along.withoutAddresses();
    }
}
