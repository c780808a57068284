package org.fiducial.facility.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a statement is called, frozen as, and compared with. */
class StatementTest {

    private static final long SEED = 8;

    @Test
    void namesAreOneOfAKindAndNeitherTellsTheOther() {
        Random random = new Random(SEED);
        Set<String> numbers = new HashSet<>();
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            StatementName name = StatementName.of(
                    2026,
                    new UUID(random.nextLong(), random.nextLong()),
                    new UUID(random.nextLong(), random.nextLong()));
            assertThat(name.token()).matches("[A-Za-z0-9_-]{22}").doesNotContain(name.number());
            assertThat(name.number()).matches("FID-2026-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
            numbers.add(name.number());
            tokens.add(name.token());
        }
        assertThat(numbers).as("seed " + SEED).hasSize(2_000);
        assertThat(tokens).hasSize(2_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FID-2026-K7QF-M3TD",
                " fid 2026 k7qf m3td ",
                "2026K7QFM3TD",
                "FID–2026–K7QF–M3TD",
                "fid.2026.k7qf/m3td"
            })
    void readsANumberHoweverItIsTyped(String typed) {
        assertThat(StatementName.typed(typed)).contains("FID-2026-K7QF-M3TD");
    }

    @Test
    void readsLettersThatLookLikeDigitsAsDigits() {
        assertThat(StatementName.typed("FID-2O26-K7QF-LI0O")).contains("FID-2026-K7QF-1100");
        assertThat(StatementName.typed("FID-2026-K7QF")).isEmpty();
        assertThat(StatementName.typed("<script>alert(1)</script>")).isEmpty();
        assertThat(StatementName.typed("F".repeat(5_000))).isEmpty();
    }

    @Test
    void sameContentHasTheSameHashWhateverTheOrderOfItsPartsAndWheneverItIsIssued() {
        ObjectNode said = SampleStatement.said("LSM 1", 2, 3);
        ObjectNode other = said.deepCopy();
        other.set("claims", other.remove("claims"));
        FrozenRecord one = SampleStatement.record(said);
        FrozenRecord later = FrozenRecord.of(
                new FrozenRecord.Issue(
                        "FID-2027-0000-0000",
                        Instant.parse("2027-01-01T00:00:00Z"),
                        "Fiducial 2.0",
                        Optional.empty(),
                        Optional.empty()),
                other);

        assertThat(later.contentSha256()).isEqualTo(one.contentSha256()).isEqualTo(FrozenRecord.contentSha256(said));
        assertThat(later.sha256()).isNotEqualTo(one.sha256());
        assertThat(FrozenRecord.read(one.bytes()).bytes()).isEqualTo(one.bytes());
        assertThat(FrozenRecord.read(one.bytes()).contentSha256()).isEqualTo(one.contentSha256());
        assertThat(new String(one.bytes(), StandardCharsets.UTF_8))
                .startsWith("{\"format\":\"fiducial-qc-statement/1\"");
    }

    @Test
    void whatIsNoRecordIsRefused() {
        for (String text : List.of("", "[]", "{}", "{\"said\":1}", "%PDF-1.7")) {
            assertThatThrownBy(() -> FrozenRecord.read(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void fingerprintsAStreamAndGivesUpWhereItIsTooLong() throws IOException {
        byte[] bytes = "abc".getBytes(StandardCharsets.UTF_8);
        // FIPS 180-4 example of one block.
        String known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

        assertThat(Fingerprint.of(bytes)).isEqualTo(known);
        assertThat(Fingerprint.of(new ByteArrayInputStream(bytes), 3)).contains(known);
        assertThat(Fingerprint.of(new ByteArrayInputStream(bytes), 2)).isEmpty();
    }

    @Test
    void findsWhatWasCorrectedSinceAndNothingElse() {
        ObjectNode was = SampleStatement.said("LSM 1", 3, 1);
        ObjectNode is = was.deepCopy();
        assertThat(Correction.between(was, is)).isEmpty();
        ((ObjectNode) is.path("claims").get(0)).put("sentence", "Said otherwise.");
        assertThat(Correction.between(was, is)).isEmpty();

        ((ObjectNode) is.path("claims").get(0)).put("standing", "in-doubt");
        ((ArrayNode) is.path("checks")).remove(0);
        ((ObjectNode) is.path("checks").get(0)).put("recalled", "0190-recall");
        ((ObjectNode) is.path("checks").get(1)).put("limitsInForce", "limits 3");
        ((ArrayNode) is.path("checks")).addObject().put("id", "new");
        ((ObjectNode) is.path("events").get(0)).put("ended", "2026-03-20");
        ((ArrayNode) is.path("events")).addObject().put("id", "e2").put("day", "2026-03-13");

        assertThat(Correction.between(was, is))
                .extracting(Correction::kind)
                .containsExactly(
                        Correction.Kind.STANDING,
                        Correction.Kind.CHECK_GONE,
                        Correction.Kind.CHECK_RECALLED,
                        Correction.Kind.LIMITS,
                        Correction.Kind.CHECK_ADDED,
                        Correction.Kind.EVENT_CHANGED,
                        Correction.Kind.EVENT_ADDED);
        assertThat(Correction.between(is, was))
                .extracting(Correction::kind)
                .contains(Correction.Kind.EVENT_GONE, Correction.Kind.CHECK_GONE, Correction.Kind.CHECK_ADDED);
    }
}
