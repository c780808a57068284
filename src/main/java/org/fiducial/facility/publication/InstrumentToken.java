package org.fiducial.facility.publication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import org.fiducial.facility.instrument.Instrument;

/**
 * What names an instrument where strangers come: on its label, its sign and its public page. It is 16 letters of a hash of the
 * instrument's identifier, of which 74 bits are drawn by chance: who has one cannot guess another, and it stays good through
 * backup and restore without anything being stored.
 */
public final class InstrumentToken {

    private static final int LETTERS = 16;

    private InstrumentToken() {}

    /** The token of an instrument, always the same. */
    public static String of(Instrument instrument) {
        return of(instrument.id());
    }

    /** The token of the instrument of an identifier. */
    public static String of(UUID instrumentId) {
        byte[] hash = Fingerprint.digest().digest(("label of " + instrumentId).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, LETTERS);
    }

    /** Whether a text is the token of an instrument; how long the answer takes does not tell how much of it is right. */
    public static boolean isOf(Instrument instrument, String text) {
        return MessageDigest.isEqual(
                of(instrument).getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }
}
