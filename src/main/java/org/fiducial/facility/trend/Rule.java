package org.fiducial.facility.trend;

/** What makes a point of a series an alarm. */
public sealed interface Rule permits RunRule, MovingRangeRule, EwmaRule {

    /** A short name for data and texts, for instance {@code western-electric-4}, {@code nelson-2} or {@code ewma}. */
    String id();

    /** Something new that is shown single values one by one and says of each whether it is an alarm. */
    Pattern.Detector follow(Reference reference);
}
