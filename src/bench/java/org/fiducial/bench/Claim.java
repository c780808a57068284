package org.fiducial.bench;

import java.util.function.Supplier;

/** A row made of its parts. */
record Claim(String id, String subject, String requirement, Supplier<Row.Outcome> work) implements Row {

    static Row of(String id, String subject, String requirement, Supplier<Row.Outcome> work) {
        return new Claim(id, subject, requirement, work);
    }

    @Override
    public Outcome measure() {
        return work.get();
    }
}
