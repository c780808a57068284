package org.fiducial.demo;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What happened to the three microscopes: two years of their light, one of their objectives and colours. */
final class Story {

    private Story() {}

    /** All checks, oldest first. */
    static List<PlannedCheck> checks() {
        return Stream.of(PowerStory.checks(), FieldStory.checks(), BeadStory.checks(), ColourStory.checks())
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(PlannedCheck::daysBeforeEnd)
                        .reversed()
                        .thenComparing(planned -> planned.task().startsAt(planned.daysBeforeEnd())))
                .toList();
    }
}
