package org.fiducial.facility.instrument;

import java.util.Locale;
import java.util.UUID;

/**
 * A photo or document that belongs to an instrument. Its content is kept by hash and never edited.
 *
 * @param id version-7 UUID, ordered by the time of entry
 * @param content what it is
 * @param caption in words; may be empty
 * @param entered by whom and when
 */
public record Attachment(UUID id, UUID instrumentId, Content content, String caption, Entered entered) {

    /** What an attachment is. */
    public enum Kind {
        PHOTO,
        DOCUMENT;

        /** The word used in data. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The file.
     *
     * @param name what it was called
     * @param mediaType found in its first bytes, never believed from whoever sent it
     * @param sha256 of its bytes, hexadecimal
     * @param bytes how many
     */
    public record Content(Kind kind, String name, String mediaType, String sha256, long bytes) {}
}
