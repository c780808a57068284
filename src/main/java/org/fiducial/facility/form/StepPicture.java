package org.fiducial.facility.form;

import java.util.Arrays;
import org.fiducial.metrology.protocol.UnusableInputException;

/** A picture of a step: a PNG or JPEG file of at most two megabytes. */
public final class StepPicture {

    private static final int LARGEST_BYTES = 2_000_000;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private final String name;
    private final byte[] content;

    /**
     * A picture of a name.
     *
     * @throws UnusableInputException if it is none, or too large
     */
    public StepPicture(String name, byte[] content) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,120}")) {
            throw new UnusableInputException(
                    "The name of a picture takes letters, digits, dots and dashes, for instance" + " probe.jpg, but '"
                            + shortened(name) + "' was found; rename the file.");
        }
        if (content.length > LARGEST_BYTES) {
            throw new UnusableInputException("Picture '" + name + "' has " + content.length + " bytes, but "
                    + LARGEST_BYTES + " fit; make it smaller.");
        }
        if (!begins(content, PNG) && !begins(content, JPEG)) {
            throw new UnusableInputException("File '" + name + "' is no PNG or JPEG picture; save it as one.");
        }
        this.name = name;
        this.content = content.clone();
    }

    public String name() {
        return name;
    }

    public byte[] content() {
        return content.clone();
    }

    /** Its media type. */
    public String type() {
        return begins(content, PNG) ? "image/png" : "image/jpeg";
    }

    /** Whether bytes are those of a picture this program shows, and of which media type. */
    public static boolean isPicture(byte[] beginning) {
        return begins(beginning, PNG) || begins(beginning, JPEG);
    }

    private static boolean begins(byte[] content, byte[] mark) {
        return content.length >= mark.length && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 59) + "…";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StepPicture picture
                && picture.name.equals(name)
                && Arrays.equals(picture.content, content);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return name;
    }
}
