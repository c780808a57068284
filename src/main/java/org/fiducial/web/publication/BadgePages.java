package org.fiducial.web.publication;

import java.nio.charset.StandardCharsets;
import org.fiducial.facility.publication.PublishedInstrument;
import org.fiducial.report.Badge;
import org.fiducial.web.instrument.StateView;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Route;

/** The state of an instrument as a small picture for web pages elsewhere. */
record BadgePages(PublicInstruments instruments) {

    /** Whoever shows it may be a minute behind. */
    private static final int KEPT_S = 60;

    Answer badge(Route.Request request) {
        return instruments.named(request).map(this::badge).orElseGet(Answer.Nothing::new);
    }

    private Answer badge(PublishedInstrument published) {
        StateView state = instruments.state(published);
        String svg = Badge.svg(published.instrument().name(), state.word(), state.sign() + " " + state.label());
        return new Answer.Shared(
                KEPT_S, new Answer.Content("image/svg+xml", svg.getBytes(StandardCharsets.UTF_8), false));
    }
}
