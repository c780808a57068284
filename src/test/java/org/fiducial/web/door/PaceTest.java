package org.fiducial.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.fiducial.web.page.Caller;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void strangersReadThreeHundredPagesAMinuteFromEachAddress() {
        Instant second = Instant.parse("2026-03-12T09:30:40Z");
        Pace pace = new Pace(Clock.fixed(second, ZoneOffset.UTC));
        for (int i = 0; i < Pace.OF_ONE; i++) {
            assertThat(pace.wait(new Caller.Stranger(), "192.0.2.1")).isZero();
        }

        assertThat(pace.wait(new Caller.Stranger(), "192.0.2.1")).isEqualTo(Duration.ofSeconds(20));
        assertThat(pace.wait(new Caller.Stranger(), "192.0.2.2"))
                .as("another address")
                .isZero();
        assertThat(pace.wait(new Caller.Anybody(), "192.0.2.1"))
                .as("no stranger")
                .isZero();
    }

    @Test
    void manyAddressesAreNotKeptForEver() {
        Pace pace = new Pace(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        for (int i = 0; i < 50_000; i++) {
            assertThat(pace.wait(new Caller.Stranger(), "address " + i)).isZero();
        }
    }
}
