package org.fiducial.facility.check;

import java.util.UUID;
import org.fiducial.facility.judgement.Entry;

/**
 * Whether people may approve their own work: an immutable version, the newest holds. Where a facility set none they may.
 *
 * @param id version-7 UUID, ordered by the time of entry
 * @param facilityId the facility
 * @param ownWorkAllowed whether who performed a check may approve or reject it
 * @param entry by whom, when and why
 */
public record ReviewPolicy(UUID id, UUID facilityId, boolean ownWorkAllowed, Entry entry) {}
