package org.fiducial.web.page;

import org.fiducial.facility.instrument.Instrument;
import org.fiducial.report.Texts;

/** A step of the way to a page: what it is called and where it is. */
public record Crumb(String name, String address) {

    public static Crumb instruments(Texts texts) {
        return new Crumb(texts.text("nav.instruments"), "/");
    }

    public static Crumb of(Instrument instrument) {
        return new Crumb(instrument.name(), "/instruments/" + instrument.slug());
    }

    public static Crumb protocols(Texts texts) {
        return new Crumb(texts.text("nav.protocols"), "/protocols");
    }
}
