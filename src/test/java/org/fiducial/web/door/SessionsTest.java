package org.fiducial.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.fiducial.facility.people.Account;
import org.fiducial.facility.people.Accounting;
import org.fiducial.web.SampleAccounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {

    private final SettableClock clock = new SettableClock();
    private final Accounting accounting = SampleAccounts.accounting(new SampleAccounts(), clock);

    @TempDir
    static Path folder = Path.of("");

    private final Path file = folder.resolve(UUID.randomUUID() + ".sessions");
    private final Sessions sessions = new Sessions(accounting, clock, file);
    private final Attempts attempts = new Attempts(clock);

    /** A clock that goes on when it is told to. */
    private static final class SettableClock extends Clock {

        private Instant now = Instant.parse("2026-11-22T09:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void aSessionEndsWhenItIsNotUsed() {
        String secret = sessions.begin(ada());
        clock.pass(Sessions.IDLE.minusSeconds(1));
        assertThat(sessions.holder(secret)).isPresent();
        clock.pass(Sessions.IDLE.minusSeconds(1));
        assertThat(sessions.holder(secret)).isPresent();
        clock.pass(Sessions.IDLE);
        assertThat(sessions.holder(secret)).isEmpty();
    }

    @Test
    void aSessionEndsAtTheEndOfALongDayHoweverMuchItIsUsed() {
        String secret = sessions.begin(ada());
        for (int hour = 0; hour < 11; hour++) {
            clock.pass(Duration.ofHours(1));
            assertThat(sessions.holder(secret)).isPresent();
        }
        clock.pass(Duration.ofHours(1));

        assertThat(sessions.holder(secret)).isEmpty();
    }

    @Test
    void everySignInHasItsOwnSecretAndEndsAlone() {
        Account ada = ada();
        String one = sessions.begin(ada);
        String other = sessions.begin(ada);

        sessions.end(one);

        assertThat(one).isNotEqualTo(other);
        assertThat(sessions.holder(one)).isEmpty();
        assertThat(sessions.holder(other)).isPresent();
        assertThat(sessions.holder("")).isEmpty();
    }

    @Test
    void aRestartSignsNobodyOutAndTheFileGivesNothingAway() throws IOException {
        String secret = sessions.begin(ada());
        String kept = Files.readString(file);

        assertThat(new Sessions(accounting, clock, file).holder(secret)).isPresent();
        assertThat(new Sessions(accounting, clock, file).holder(kept.substring(0, 64)))
                .as("what lies in the file is no secret")
                .isEmpty();
        assertThat(kept).doesNotContain(secret, "argon2");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        clock.pass(Sessions.IDLE);
        assertThat(new Sessions(accounting, clock, file).holder(secret)).isEmpty();
    }

    @Test
    void aFileThatWasTornOrChangedSignsOutAndHurtsNothing() throws IOException {
        String secret = sessions.begin(ada());
        String kept = Files.readString(file);
        for (String torn : List.of("", kept.substring(0, 70), "x".repeat(500), kept.replace(' ', '-'), "\0\n\u00ff")) {
            Files.write(file, torn.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(new Sessions(accounting, clock, file).holder(secret)).isEmpty();
        }
    }

    @Test
    void everySessionOfAnAccountEndsAtOnce() {
        Account ada = ada();
        String one = sessions.begin(ada);
        String other = sessions.begin(ada);

        sessions.endAll(ada.version().accountId());

        assertThat(sessions.holder(one)).isEmpty();
        assertThat(sessions.holder(other)).isEmpty();
        assertThat(new Sessions(accounting, clock, file).holder(one)).isEmpty();
    }

    @Test
    void strangersReportAFewProblemsAnHour() {
        Strangers strangers = new Strangers(clock);
        for (int i = 0; i < Strangers.OF_ONE; i++) {
            assertThat(strangers.admit("10.0.0.1")).isTrue();
        }
        assertThat(strangers.admit("10.0.0.1")).isFalse();
        for (int i = Strangers.OF_ONE; i < Strangers.OF_ALL; i++) {
            assertThat(strangers.admit("10.0.1." + i)).isTrue();
        }
        assertThat(strangers.admit("10.0.2.1")).isFalse();
        clock.pass(Duration.ofHours(1));
        assertThat(strangers.admit("10.0.0.1")).isTrue();
    }

    @Test
    void aClosedAccountHasNoSession() {
        Account ada = ada();
        Account eve = accounting.add(
                Accounting.holder("eve", "Eve"),
                ada.roles(),
                SampleAccounts.PASSWORD,
                new Accounting.Author("Ada", ""));
        String secret = sessions.begin(eve);

        accounting.close(eve, new Accounting.Author("Ada", "left"));

        assertThat(sessions.holder(secret)).isEmpty();
    }

    @Test
    void guessingWaitsTwiceAsLongEachTimeAndAMinuteAtMost() {
        for (int i = 0; i < 5; i++) {
            assertThat(attempts.begin("ada", "10.0.0." + i)).isZero();
        }
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(attempts.begin("ada", "10.0.1." + seconds)).hasSeconds(seconds);
            clock.pass(Duration.ofSeconds(seconds));
            assertThat(attempts.begin("ada", "10.0.1." + seconds)).isZero();
        }
        assertThat(attempts.begin("grace", "10.0.0.1")).as("another account").isZero();
    }

    @Test
    void anAddressThatTriesManyAccountsWaitsToo() {
        for (int i = 0; i < 20; i++) {
            assertThat(attempts.begin("user" + i, "10.0.0.1")).isZero();
        }
        assertThat(attempts.begin("another", "10.0.0.1")).hasSeconds(1);
        assertThat(attempts.begin("another", "10.0.0.2")).isZero();
    }

    @Test
    void aRightPasswordAndAnHourForgiveWhatWasBefore() {
        for (int i = 0; i < 5; i++) {
            attempts.begin("ada", "10.0.0.1");
        }
        clock.pass(Duration.ofSeconds(1));
        attempts.begin("ada", "10.0.0.1");
        attempts.succeeded("ada", "10.0.0.1");
        assertThat(attempts.begin("ada", "10.0.0.1")).isZero();
        for (int i = 0; i < 4; i++) {
            attempts.begin("ada", "10.0.0.1");
        }
        assertThat(attempts.begin("ada", "10.0.0.1")).isPositive();
        clock.pass(Duration.ofMinutes(61));
        attempts.begin("ada", "10.0.0.1");
        assertThat(attempts.begin("ada", "10.0.0.1")).isZero();
    }

    private Account ada() {
        return accounting.begin(Accounting.holder("ada", "Ada"), SampleAccounts.PASSWORD);
    }
}
