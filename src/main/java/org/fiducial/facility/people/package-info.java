/**
 * Who may do what: roles and their permissions, accounts as immutable versions, passwords as hashes, tokens for programs,
 * and which reminders holders want.
 * Its way in is {@link org.fiducial.facility.people.Accounting}; it imports {@code facility.instrument} for the kinds of
 * facilities and {@code metrology.protocol} for refusals, and alone knows how passwords are hashed.
 */
@NullMarked
package org.fiducial.facility.people;

import org.jspecify.annotations.NullMarked;
