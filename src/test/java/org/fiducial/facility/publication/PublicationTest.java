package org.fiducial.facility.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.publication.Publicity.Standing;
import org.fiducial.facility.publication.Publicity.Subject;
import org.fiducial.facility.publication.Publicity.Terms;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;

class PublicationTest {

    private static final UUID FACILITY = new UUID(0, 1);
    private static final Subject ALL = new Subject(FACILITY, Optional.empty());

    private final Instrument one = instrument(2);
    private final Instrument other = instrument(3);
    private final List<Publicity> said = new ArrayList<>();

    @Test
    void nothingIsPublicUntilSomebodySaysSo() {
        assertThat(publication().published(one)).isEmpty();
        assertThat(publication().of(one)).isEqualTo(Terms.hidden());
        assertThat(publication().history(ALL)).isEmpty();
    }

    @Test
    void anInstrumentFollowsItsFacilityUntilItSaysOtherwiseAndMayFollowAgain() {
        say(ALL, Standing.PUBLISHED, Set.of(Field.MAKE, Field.CONTACT), "core@example.org");
        assertThat(publication().published(one)).hasValueSatisfying(each -> {
            assertThat(each.make()).isEqualTo("Maker Model");
            assertThat(each.contact()).isEqualTo("core@example.org");
            assertThat(each.shows(Field.SERIAL)).isFalse();
        });

        say(Publication.subject(one), Standing.HIDDEN, Set.of(), "");
        assertThat(publication().published(one)).isEmpty();
        assertThat(publication().published(other)).isPresent();

        say(Publication.subject(one), Standing.AS_FACILITY, Set.of(Field.STAFF), "");
        assertThat(publication().published(one).orElseThrow().fields())
                .containsExactlyInAnyOrder(Field.MAKE, Field.CONTACT);

        say(ALL, Standing.HIDDEN, Set.of(), "");
        assertThat(publication().published(one)).isEmpty();
        assertThat(publication().history(ALL))
                .extracting(each -> each.terms().standing())
                .containsExactly(Standing.HIDDEN, Standing.PUBLISHED);
    }

    @Test
    void anInstrumentIsPublishedAloneWithTheContactOfItsFacilityUnlessItHasItsOwn() {
        say(ALL, Standing.HIDDEN, Set.of(), "core@example.org");
        say(Publication.subject(one), Standing.PUBLISHED, Set.of(Field.CONTACT), "");
        assertThat(publication().published(one).orElseThrow().contact()).isEqualTo("core@example.org");
        assertThat(publication().published(one).orElseThrow().make()).isEmpty();
        assertThat(publication().published(other)).isEmpty();

        say(Publication.subject(one), Standing.PUBLISHED, Set.of(Field.CONTACT), "one@example.org");
        assertThat(publication().published(one).orElseThrow().contact()).isEqualTo("one@example.org");

        say(Publication.subject(one), Standing.PUBLISHED, Set.of(), "one@example.org");
        assertThat(publication().published(one).orElseThrow().contact())
                .as("not public")
                .isEmpty();
    }

    @Test
    void whatIsOfferedFirstNamesNobodyAndNoPlaceAndNoSerial() {
        assertThat(Field.USUAL)
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.complementOf(EnumSet.of(Field.ROOM, Field.SERIAL, Field.STAFF)));
        for (Field field : Field.values()) {
            assertThat(Field.of(field.word())).contains(field);
        }
        for (Standing standing : Standing.values()) {
            assertThat(Standing.of(standing.word())).contains(standing);
        }
        assertThat(Field.of("password")).isEmpty();
    }

    @Test
    void refusesAContactThatIsNoLineOfTextAndAFacilityThatFollowsNobody() {
        assertThatThrownBy(() -> new Terms(Standing.PUBLISHED, Set.of(), "a".repeat(5000)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("5000 letters, but 300 fit");
        assertThatThrownBy(() -> new Terms(Standing.PUBLISHED, Set.of(), "a\u0007b"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("one line");
        assertThatThrownBy(() -> say(ALL, Standing.AS_FACILITY, Set.of(), ""))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("nobody to follow");
    }

    @Test
    void theTokenOfAnInstrumentIsTheOneOnLabelsAlreadyPrinted() {
        // SHA-256 of "label of 00000000-0000-0000-0000-000000000002", base64url, its first 16 letters; computed with
        // Python.
        assertThat(InstrumentToken.of(one)).isEqualTo("4deTSwPLkTvfqVRt");
        assertThat(InstrumentToken.isOf(one, "4deTSwPLkTvfqVRt")).isTrue();
        assertThat(InstrumentToken.isOf(other, "4deTSwPLkTvfqVRt")).isFalse();
        assertThat(InstrumentToken.isOf(one, "")).isFalse();
    }

    private Publication publication() {
        return new Publication(said);
    }

    private void say(Subject subject, Standing standing, Set<Field> fields, String contact) {
        said.add(new Publicity(
                new UUID(9, said.size()),
                subject,
                new Terms(standing, fields, contact),
                new Entry("Ada", Instant.EPOCH, "as agreed")));
    }

    private static Instrument instrument(int number) {
        return new Instrument(
                new UUID(0, number),
                FACILITY,
                "lsm-" + number,
                "LSM " + number,
                new Make("Maker", "Model", "S1"),
                "Room");
    }
}
