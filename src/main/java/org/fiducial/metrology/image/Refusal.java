package org.fiducial.metrology.image;

import java.nio.file.Path;

/** Words a refusal: one sentence that names the file, what was expected, what was found and what to do. */
final class Refusal {

    private final String name;

    private Refusal(String name) {
        this.name = name;
    }

    static Refusal of(Path file) {
        Path last = file.getFileName();
        return new Refusal(last == null ? file.toString() : last.toString());
    }

    /** {@code name: expected …, found …; advice.} */
    UnreadableImageException because(String expected, String found, String advice) {
        return new UnreadableImageException(sentence(expected, found, advice));
    }

    UnreadableImageException because(String expected, String found, String advice, Throwable cause) {
        return new UnreadableImageException(sentence(expected, found, advice), cause);
    }

    private String sentence(String expected, String found, String advice) {
        return name + ": expected " + expected + ", found " + found + "; " + advice + ".";
    }
}
