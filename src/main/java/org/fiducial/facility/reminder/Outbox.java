package org.fiducial.facility.reminder;

import java.util.List;
import java.util.UUID;

/** The record of what was sent. Append-only. */
public interface Outbox {

    /**
     * Claims a message before it is handed over, in one transaction.
     *
     * @return false where this attempt was claimed before, here or by another process: then it is not ours to send
     */
    boolean claim(Sending claim);

    /** Notes what became of a claimed message. */
    void note(UUID outcomeId, UUID claimId, Sending.Outcome outcome);

    /** The newest, newest first. */
    List<Sending> newest(int most);

    /** All attempts for a period, oldest first. */
    List<Sending> of(String period);
}
