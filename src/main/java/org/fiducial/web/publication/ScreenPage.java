package org.fiducial.web.publication;

import java.util.HashMap;
import java.util.Map;
import org.fiducial.facility.publication.PublishedInstrument;
import org.fiducial.report.QrCode;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.PageLanguage;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** The state of an instrument on a tablet at its door: large, and never older than it says. */
final class ScreenPage {

    private final PublicInstruments instruments;
    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;

    ScreenPage(PublicInstruments instruments, FacilityRecords records, Pages pages, Sources sources) {
        this.instruments = instruments;
        this.records = records;
        this.pages = pages;
        this.sources = sources;
    }

    Answer page(Route.Request request) {
        return instruments
                .named(request)
                .map(published -> page(published, request))
                .orElseGet(Answer.Nothing::new);
    }

    private Answer page(PublishedInstrument published, Route.Request request) {
        Texts texts = pages.texts(PageLanguage.of(request));
        Days days = new Days(records.zone(published.instrument()), texts.locale());
        Map<String, Object> values = new HashMap<>();
        values.put("state", instruments.state(published, texts));
        values.put("asof", days.of(records.clock().instant()));
        values.put("here", published.address() + "/screen" + PageLanguage.kept(request));
        values.put("gone", instruments.gone(published).orElse(""));
        values.put(
                "code",
                sources.settings()
                        .get()
                        .publicUrl()
                        .map(url -> QrCode.of(url.resolve(published.address().substring(1))
                                        .toString())
                                .svg())
                        .orElse(""));
        return pages.page(
                request, "published-screen.html", published.instrument().name(), values);
    }
}
