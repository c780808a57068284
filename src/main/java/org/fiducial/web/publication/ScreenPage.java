package org.fiducial.web.publication;

import java.util.HashMap;
import java.util.Map;
import org.fiducial.facility.publication.PublishedInstrument;
import org.fiducial.report.QrCode;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Days;
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
        return instruments.named(request).map(this::page).orElseGet(Answer.Nothing::new);
    }

    private Answer page(PublishedInstrument published) {
        Days days = new Days(records.zone(published.instrument()), pages.texts().locale());
        Map<String, Object> values = new HashMap<>();
        values.put("state", instruments.state(published));
        values.put("asof", days.of(records.clock().instant()));
        values.put("here", published.address() + "/screen");
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
        return pages.page("published-screen.html", published.instrument().name(), values);
    }
}
