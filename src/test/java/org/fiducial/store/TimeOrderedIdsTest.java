package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    /** The example of RFC 9562, appendix A.6: 2022-02-22T19:22:22.000Z is 0x017F22E279B0. */
    private static final Instant RFC_EXAMPLE = Instant.parse("2022-02-22T19:22:22Z");

    @Test
    void carriesTheTimeVersionAndVariantOfTheStandard() {
        UUID id = ids(RFC_EXAMPLE).get();

        assertThat(id.toString()).startsWith("017f22e2-79b0-7");
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void ascendsWithinAMillisecondAsNumberAndAsText() {
        TimeOrderedIds source = ids(RFC_EXAMPLE);

        List<UUID> made = Stream.generate(source).limit(10_000).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(made.stream().map(UUID::toString).toList()).isSorted();
    }

    @Test
    void ascendsAlsoWhenTheClockStepsBack() {
        SteppingClock clock = new SteppingClock(RFC_EXAMPLE);
        TimeOrderedIds source = new TimeOrderedIds(clock.clock(), new SplittableRandom(7));

        UUID before = source.get();
        clock.step(Duration.ofHours(-1));

        assertThat(source.get()).isGreaterThan(before);
    }

    @Test
    void sameClockAndChanceGiveTheSameIds() {
        assertThat(Stream.generate(ids(RFC_EXAMPLE)).limit(5).toList())
                .isEqualTo(Stream.generate(ids(RFC_EXAMPLE)).limit(5).toList());
    }

    private static TimeOrderedIds ids(Instant at) {
        return new TimeOrderedIds(Clock.fixed(at, ZoneOffset.UTC), new SplittableRandom(7));
    }
}
