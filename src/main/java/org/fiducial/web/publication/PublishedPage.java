package org.fiducial.web.publication;

import java.util.HashMap;
import java.util.Map;
import org.fiducial.facility.publication.PublishedInstrument;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;

/** What is public of one instrument: its state now. */
final class PublishedPage {

    private final PublicInstruments instruments;
    private final Pages pages;

    PublishedPage(PublicInstruments instruments, Pages pages) {
        this.instruments = instruments;
        this.pages = pages;
    }

    Answer page(Route.Request request) {
        return instruments.named(request).map(this::page).orElseGet(Answer.Nothing::new);
    }

    private Answer page(PublishedInstrument published) {
        Map<String, Object> values = new HashMap<>();
        values.put("state", instruments.state(published));
        values.put("preview", instruments.isPreview(published));
        values.put("make", published.make());
        values.put("gone", instruments.gone(published).orElse(""));
        values.put("contact", Contact.of(published.contact()));
        values.put("report", "/report/" + published.token());
        return pages.page("published.html", published.instrument().name(), values);
    }
}
