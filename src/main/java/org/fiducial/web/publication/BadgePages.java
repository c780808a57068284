package org.fiducial.web.publication;

import java.nio.charset.StandardCharsets;
import org.fiducial.facility.publication.PublishedInstrument;
import org.fiducial.report.Badge;
import org.fiducial.report.Texts;
import org.fiducial.web.instrument.StateView;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.PageLanguage;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;

/**
 * The state of an instrument as a small picture for web pages elsewhere, in the language its address asks for: what browsers
 * prefer does not count, as it stands in a page of somebody else's and many are shown the same copy.
 */
record BadgePages(PublicInstruments instruments, Pages pages) {

    /** Whoever shows it may be a minute behind. */
    private static final int KEPT_S = 60;

    Answer badge(Route.Request request) {
        PageLanguage language = PageLanguage.stated(request).orElse(PageLanguage.ENGLISH);
        return instruments
                .named(request)
                .map(published -> badge(published, pages.texts(language)))
                .orElseGet(Answer.Nothing::new);
    }

    private Answer badge(PublishedInstrument published, Texts texts) {
        StateView state = instruments.state(published, texts);
        String svg = Badge.svg(published.instrument().name(), state.word(), state.sign() + " " + state.label());
        return new Answer.Shared(
                KEPT_S, new Answer.Content("image/svg+xml", svg.getBytes(StandardCharsets.UTF_8), false));
    }
}
