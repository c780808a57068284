package org.fiducial.facility.check;

import java.util.UUID;
import org.fiducial.facility.judgement.Judgement;
import org.fiducial.metrology.protocol.AnalysisResult;

/**
 * A protocol performed on a configuration. Never edited.
 *
 * @param id version-7 UUID, ordered by the time of entry
 * @param configurationId the light path it was made in
 * @param occasion why, when and by whom
 * @param result what the analysis found
 * @param judgement what the limits in force said
 */
public record Check(UUID id, UUID configurationId, Occasion occasion, AnalysisResult result, Judgement judgement) {

    /**
     * Why, when and by whom.
     *
     * @param reason why it was done
     * @param times when
     * @param performedBy who; may be empty
     * @param note in free words; may be empty
     */
    public record Occasion(CheckReason reason, CheckTimes times, String performedBy, String note) {}
}
