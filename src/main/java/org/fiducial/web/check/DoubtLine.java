package org.fiducial.web.check;

import java.util.List;
import org.fiducial.facility.check.Doubt;
import org.fiducial.facility.kit.Recall;
import org.fiducial.report.Texts;

/** What a recall means for one check, on its page. */
public record DoubtLine(String address, String sentence, List<String> arithmetic) {

    public DoubtLine {
        arithmetic = List.copyOf(arithmetic);
    }

    static DoubtLine of(Doubt doubt, Texts texts) {
        Recall recall = doubt.recall();
        return new DoubtLine(
                "/recalls/" + recall.id(),
                texts.text(
                        doubt.isDoubtful() ? "recall.doubtful" : "recall.unaffected",
                        recall.slug(),
                        recall.fault().reason()),
                doubt.arithmetic());
    }
}
