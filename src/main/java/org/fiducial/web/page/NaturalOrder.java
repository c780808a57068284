package org.fiducial.web.page;

import java.util.Comparator;

/** The order people expect of names: digits count as numbers, capitals do not matter. */
public enum NaturalOrder implements Comparator<String> {
    TEXTS;

    @Override
    public int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int first = digits(one, i);
            int second = digits(other, j);
            int order = first > i && second > j
                    ? number(one.substring(i, first), other.substring(j, second))
                    : Character.compare(folded(one.charAt(i)), folded(other.charAt(j)));
            if (order != 0) {
                return order;
            }
            i = Math.max(first, i + 1);
            j = Math.max(second, j + 1);
        }
        return Integer.compare(one.length() - i, other.length() - j);
    }

    /** Where the digits that begin at a place end. */
    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static char folded(char letter) {
        return Character.toLowerCase(Character.toUpperCase(letter));
    }

    private static int number(String one, String other) {
        String first = one.replaceFirst("^0+(?=.)", "");
        String second = other.replaceFirst("^0+(?=.)", "");
        int byLength = Integer.compare(first.length(), second.length());
        return byLength != 0 ? byLength : first.compareTo(second);
    }
}
