package org.fiducial.facility.people;

/** What somebody may do. Every address of the pages and the API names one of these. */
public enum Permission {
    /** What nobody needs an account for: signing in, an instrument's state, reporting a problem. */
    PUBLIC,
    /** Caring for one's own account: password and tokens. */
    SELF,
    /** Reading everything but accounts. */
    READ,
    /** Performing checks. */
    MEASURE,
    /** Entering what happened to instruments. */
    LOG,
    /** Reviewing what others measured. */
    REVIEW,
    /** Deciding how the facility works: instruments, kit, plans, limits. */
    MANAGE,
    /** Adding, changing and closing accounts. */
    ACCOUNTS,
    /** Taking a backup: all that is recorded, with the hashes of passwords. */
    BACK_UP
}
