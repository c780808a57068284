package org.fiducial.facility.publication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a statement is called. Both names are drawn by chance and neither is part of the other, so that nobody can count
 * statements or guess one.
 *
 * @param number for people, printed and typed: {@code FID-2026-K7QF-M3TD} holds the year of issue and 40 bits drawn by chance,
 *     in letters and digits that are not mistaken for one another
 * @param token for its address: 22 letters, 132 bits
 */
public record StatementName(String number, String token) {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS_OF_A_LETTER = 5;
    private static final int NUMBER_LETTERS = 8;
    private static final int HALF = NUMBER_LETTERS / 2;
    private static final int TOKEN_LETTERS = 22;
    private static final int NUMBER_FROM_BYTE = 20;
    private static final Pattern NUMBER = Pattern.compile("FID-\\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
    private static final Pattern TYPED = Pattern.compile("FID(\\d{4})([0-9A-Z]{4})([0-9A-Z]{4})");
    private static final int LONGEST_TYPED = 60;

    public StatementName {
        if (!NUMBER.matcher(number).matches() || token.length() != TOKEN_LETTERS) {
            throw new IllegalArgumentException("a statement has a number like FID-2026-K7QF-M3TD and a token of "
                    + TOKEN_LETTERS + " letters, was " + number + " and " + token.length() + " letters");
        }
    }

    /**
     * A name out of two identifiers nobody else ever sees, of which 148 bits together are drawn by chance.
     *
     * @param year of issue
     */
    public static StatementName of(int year, UUID one, UUID other) {
        MessageDigest digest = Fingerprint.digest();
        byte[] hash = digest.digest(("statement " + one + " " + other).getBytes(StandardCharsets.UTF_8));
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < NUMBER_LETTERS; i++) {
            letters.append(LETTERS.charAt(bits(hash, NUMBER_FROM_BYTE * Byte.SIZE + i * BITS_OF_A_LETTER)));
        }
        return new StatementName(
                String.format(Locale.ROOT, "FID-%04d-%s-%s", year, letters.substring(0, HALF), letters.substring(HALF)),
                Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, TOKEN_LETTERS));
    }

    private static int bits(byte[] hash, int from) {
        int value = 0;
        for (int bit = from; bit < from + BITS_OF_A_LETTER; bit++) {
            int set = hash[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1;
            value = value << 1 | set;
        }
        return value;
    }

    /** The number somebody typed, however it was spaced, and with letters that look like digits; empty where it is none. */
    public static Optional<String> typed(String text) {
        if (text.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        String bare = text.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}._/]", "");
        String rest = bare.startsWith("FID") ? bare.substring("FID".length()) : bare;
        String plain = "FID"
                + rest.replace('O', '0').replace('I', '1').replace('L', '1').replace('U', 'V');
        return Optional.of(TYPED.matcher(plain))
                .filter(matcher -> matcher.matches())
                .map(matcher -> "FID-" + matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3));
    }
}
