package org.fiducial.facility.advice;

/** Why a check was made, as far as it matters to how often checks are needed. */
public enum Occasion {
    /** On a plan or on a visit: what it finds speaks of the interval. */
    ROUTINE,
    /** Before anything was changed in work that was to be done: it speaks of the interval, and work ends what is known. */
    AS_FOUND,
    /** Because somebody complained: a bad one dates a failure, a good one says nothing of the interval. */
    COMPLAINT,
    /** After work, at acceptance, for a baseline, as left: time counts from a good one on. */
    START
}
