package org.fiducial.web.methods;

import org.fiducial.facility.methods.Checklist;
import org.fiducial.facility.methods.MethodsFacts;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Pages;

/** The checklists there are, as the facility has them. */
record Checklists(Pages pages) {

    static final String ACQUISITION = "acquisition";

    /** A checklist by its name, for instance {@code acquisition}. */
    Checklist of(String name) {
        String file = "checklists/" + name + ".yaml";
        return pages.text(file)
                .map(text -> Checklist.of(name + ".yaml", text))
                .orElseThrow(() -> new IllegalStateException("the product holds " + file));
    }

    /** The one for methods sections, ticked, up to its last level. */
    TickedList acquisition(MethodsFacts known, ShownEvidence shown, Wish wish, Texts texts) {
        return TickedList.of(
                of(ACQUISITION),
                "",
                new TickedList.Known(known, shown, wish.about(texts)),
                wish.language().tag(),
                texts);
    }
}
