package org.fiducial.web.methods;

import java.util.Optional;
import org.fiducial.facility.methods.Checklist;
import org.fiducial.facility.methods.MethodsFacts;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Pages;

/** The checklists there are, as the facility has them. */
record Checklists(Pages pages) {

    static final String ACQUISITION = "acquisition";

    /**
     * A checklist as it is shown.
     *
     * @param problem why the facility's own is not, in one sentence; empty where it is, or where it has none of its own
     */
    record Found(Checklist list, Optional<String> problem) {}

    /** A checklist by its name, for instance {@code acquisition}; where the facility's own cannot be read, the shipped one. */
    Found of(String name) {
        String file = "checklists/" + name + ".yaml";
        try {
            return new Found(read(file, pages.text(file)), Optional.empty());
        } catch (UnusableInputException e) {
            return new Found(read(file, pages.shippedText(file)), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private static Checklist read(String file, Optional<String> text) {
        return Checklist.of(
                "reports/" + file, text.orElseThrow(() -> new IllegalStateException("the product holds " + file)));
    }

    /** The one for methods sections, ticked, up to its last level. */
    TickedList acquisition(MethodsFacts known, ShownEvidence shown, Wish wish, Texts texts) {
        return TickedList.of(
                of(ACQUISITION).list(),
                "",
                new TickedList.Known(known, shown, wish.about(texts)),
                wish.language().tag(),
                texts);
    }
}
