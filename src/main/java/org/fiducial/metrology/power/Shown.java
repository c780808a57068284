package org.fiducial.metrology.power;

/** What stands in a file, as it is shown in a sentence. */
final class Shown {

    private Shown() {}

    /** One line of at most so many characters. */
    static String text(String found, int longest) {
        String line = found.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
    }
}
