package org.fiducial.metrology.protocol;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a protocol advises those who plan: how long it takes, after which work it is asked for, and what its findings mean
 * for images.
 *
 * @param minutes how long it takes, where that is known
 * @param after work after which an instrument is released only with this protocol
 * @param affects what a finding outside its limits does, by the use of images; what is not said is not assessed
 */
public record Guidance(Optional<WorkingTime> minutes, List<AfterWork> after, Map<ImageUse, Effect> affects) {

    public Guidance {
        after = List.copyOf(after);
        Map<ImageUse, Effect> all = new EnumMap<>(ImageUse.class);
        for (ImageUse use : ImageUse.values()) {
            all.put(use, affects.getOrDefault(use, Effect.NOT_ASSESSED));
        }
        affects = Map.copyOf(all);
    }

    /** A protocol that advises nothing. */
    public static Guidance none() {
        return new Guidance(Optional.empty(), List.of(), Map.of());
    }

    /**
     * How long a check takes.
     *
     * @param person minutes a person works on it
     * @param instrument minutes nobody else can use the instrument
     */
    public record WorkingTime(int person, int instrument) {
        public WorkingTime {
            if (person < 1 || instrument < 0) {
                throw new IllegalArgumentException("a check takes a person at least a minute and the instrument no"
                        + " negative time, was " + person + " and " + instrument + " min");
            }
        }
    }

    /** One kind of work on any of some parts. */
    public record AfterWork(Work work, List<MicroscopePart> parts) {
        public AfterWork {
            parts = List.copyOf(parts);
        }
    }

    /** What a finding outside its limits does to a use of images. */
    public Effect effectOn(ImageUse use) {
        return affects.getOrDefault(use, Effect.NOT_ASSESSED);
    }

    /** Whether an instrument is released after this work only with a check by this protocol. */
    public boolean asksAfter(Work work, MicroscopePart part) {
        return after.stream()
                .anyMatch(each -> each.work() == work && each.parts().contains(part));
    }
}
