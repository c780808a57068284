package org.fiducial.facility.judgement;

import java.util.List;

/**
 * The verdicts on one result.
 *
 * @param limitVersion the version of the limits in force
 * @param verdicts one for each measurement a limit speaks of
 */
public record Judgement(String limitVersion, List<Verdict> verdicts) {

    public Judgement {
        verdicts = List.copyOf(verdicts);
    }

    /** The verdict on the whole. */
    public VerdictLevel overall() {
        return VerdictLevel.worst(verdicts.stream().map(Verdict::level).toList());
    }
}
