package org.fiducial.metrology.table;

import java.util.OptionalDouble;

/**
 * Reads the numbers of one table. The first number with a decimal mark settles whether the table writes points or commas;
 * from then on the other mark makes a cell no number, because {@code 1,000} in a table of decimal points would otherwise be
 * read a thousand times too small. The value is the double nearest to the decimal number written, as
 * {@link Double#parseDouble} gives it.
 */
public final class DecimalNumbers {

    /** Up to this integer every long is a double. */
    private static final long LARGEST_EXACT = 1L << 53;

    private static final int LONGEST_EXACT_DIGITS = 18;

    /** Powers of ten that are exact doubles: one multiplication or division of exact numbers rounds once. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** No decimal mark met yet. */
    private static final char UNSETTLED = 0;

    private char mark;

    private DecimalNumbers(char mark) {
        this.mark = mark;
    }

    /** Numbers whose decimal mark is not known yet. */
    public static DecimalNumbers unsettled() {
        return new DecimalNumbers(UNSETTLED);
    }

    /** Whether a decimal comma was met. */
    public boolean writesCommas() {
        return mark == ',';
    }

    /** The number a text is, blanks around it ignored. */
    public OptionalDouble parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    /** The number a stretch of characters is, blanks around it ignored; empty if it is none or not finite. */
    OptionalDouble parse(char[] text, int from, int to) {
        int start = skipBlanks(text, from, to);
        int end = cutBlanks(text, start, to);
        int at = start;
        boolean negative = at < end && text[at] == '-';
        if (negative || (at < end && text[at] == '+')) {
            at++;
        }
        long significand = 0;
        int digits = 0;
        int decimals = 0;
        int markAt = -1;
        for (; at < end; at++) {
            char c = text[at];
            if (c >= '0' && c <= '9') {
                significand = digits < LONGEST_EXACT_DIGITS ? significand * 10 + (c - '0') : significand;
                digits += significand == 0 ? 0 : 1;
                decimals += markAt < 0 ? 0 : 1;
            } else if (markAt < 0 && isMark(c)) {
                markAt = at;
            } else {
                break;
            }
        }
        int mantissaEnd = at;
        boolean hasDigit = mantissaEnd - start - (markAt < 0 ? 0 : 1) > (isSign(text, start, end) ? 1 : 0);
        if (!hasDigit) {
            return OptionalDouble.empty();
        }
        int exponent = 0;
        if (at < end) {
            exponent = exponent(text, at, end);
            if (exponent == Integer.MIN_VALUE) {
                return OptionalDouble.empty();
            }
        }
        if (markAt >= 0) {
            mark = text[markAt];
        }
        int power = exponent - decimals;
        if (digits <= LONGEST_EXACT_DIGITS && significand <= LARGEST_EXACT && Math.abs(power) < POWERS.length) {
            double value = power < 0 ? significand / POWERS[-power] : significand * POWERS[power];
            return OptionalDouble.of(negative ? -value : value);
        }
        return slow(text, start, end, markAt);
    }

    static int skipBlanks(char[] text, int from, int to) {
        int start = from;
        while (start < to && isBlank(text[start])) {
            start++;
        }
        return start;
    }

    static int cutBlanks(char[] text, int from, int to) {
        int end = to;
        while (end > from && isBlank(text[end - 1])) {
            end--;
        }
        return end;
    }

    private boolean isMark(char c) {
        return mark == UNSETTLED ? c == '.' || c == ',' : c == mark;
    }

    private static boolean isSign(char[] text, int start, int end) {
        return start < end && (text[start] == '-' || text[start] == '+');
    }

    /** The exponent from its letter to the end, {@link Integer#MIN_VALUE} if it is none. */
    private static int exponent(char[] text, int from, int end) {
        int at = from;
        if (text[at] != 'e' && text[at] != 'E') {
            return Integer.MIN_VALUE;
        }
        at++;
        boolean negative = at < end && text[at] == '-';
        if (isSign(text, at, end)) {
            at++;
        }
        if (at == end) {
            return Integer.MIN_VALUE;
        }
        int exponent = 0;
        for (; at < end; at++) {
            char c = text[at];
            if (c < '0' || c > '9') {
                return Integer.MIN_VALUE;
            }
            exponent = Math.min(9999, exponent * 10 + (c - '0'));
        }
        return negative ? -exponent : exponent;
    }

    private static OptionalDouble slow(char[] text, int start, int end, int markAt) {
        StringBuilder plain = new StringBuilder(end - start).append(text, start, end - start);
        if (markAt >= 0) {
            plain.setCharAt(markAt - start, '.');
        }
        double value = Double.parseDouble(plain.toString());
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0' || c == '\u202f';
    }
}
