package org.fiducial.facility.publication;

import java.util.UUID;
import org.fiducial.facility.judgement.Entry;

/**
 * The word of a facility that it does not stand by a statement any longer. The statement stays readable, and says so.
 *
 * @param entry by whom, when and why
 */
public record StatementWithdrawal(UUID id, UUID statementId, Entry entry) {}
