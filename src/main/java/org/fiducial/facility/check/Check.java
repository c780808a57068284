package org.fiducial.facility.check;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.fiducial.facility.judgement.Judgement;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Provenance;

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

    /** By when the data were acquired, then by when they were entered. */
    public static final Comparator<Check> OLDEST_FIRST = Comparator.comparing(
                    (Check check) -> check.occasion().times().measuredAt())
            .thenComparing(Check::id);

    /** The same without who did it, its files, items, remarks and figures. */
    Check numbersAlone() {
        Provenance from = result.provenance();
        return new Check(
                id,
                configurationId,
                new Occasion(occasion.reason(), occasion.times(), "", ""),
                new AnalysisResult(
                        new Provenance(from.protocol(), from.module(), from.software(), List.of(), from.parameters()),
                        result.measurements(),
                        List.of(),
                        List.of(),
                        List.of()),
                judgement);
    }

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
