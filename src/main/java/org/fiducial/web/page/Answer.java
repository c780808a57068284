package org.fiducial.web.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a request is answered with. */
public sealed interface Answer {

    /** A file with its media type; one that never changes may be kept by the browser. */
    final class Content implements Answer {

        private final String type;
        private final byte[] bytes;
        private final boolean lasting;

        public Content(String type, byte[] bytes, boolean lasting) {
            this.type = type;
            this.bytes = bytes;
            this.lasting = lasting;
        }

        public static Content html(String page) {
            return new Content("text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8), false);
        }

        public static Content json(byte[] json) {
            return new Content("application/json", json, false);
        }

        public String type() {
            return type;
        }

        public byte[] bytes() {
            return bytes;
        }

        public boolean lasting() {
            return lasting;
        }
    }

    /** A download under a name. */
    record Download(String name, Content content) implements Answer {}

    /**
     * Something pages of other sites may show.
     *
     * @param seconds for how long it may be shown without asking again
     */
    record Shared(int seconds, Content content) implements Answer {}

    /** A download that is the same for good; everybody on the way may keep it. */
    record Permanent(Download download) implements Answer {}

    /** A page, filled when it is known for whom. */
    record Page(String template, String title, Map<String, Object> values) implements Answer {}

    /** An answer that gives the browser a cookie. */
    record Marked(String cookie, Answer answer) implements Answer {}

    /** No, with a sentence that says why. */
    record Refused(int status, String sentence) implements Answer {}

    /**
     * Another address.
     *
     * @param made where programs read what was made; empty where that is the same address or nowhere
     */
    record Elsewhere(String address, String made) implements Answer {

        public Elsewhere(String address) {
            this(address, "");
        }
    }

    /**
     * Something was stored, said to a program.
     *
     * @param address where it is read; empty where nowhere
     */
    record Stored(String address, Content content) implements Answer {

        public Stored(String address, byte[] json) {
            this(address, Content.json(json));
        }
    }

    /** A download too large to be held. */
    record Streamed(String name, String type, Body body) implements Answer {

        /** Writes a download as it goes out. */
        @FunctionalInterface
        public interface Body {

            /**
             * Writes all of it and leaves the stream open.
             *
             * @throws org.fiducial.metrology.protocol.UnusableInputException if there can be none, before anything is written
             * @throws IOException if the stream does not take it
             */
            void writeTo(OutputStream out) throws IOException;
        }
    }

    /** Nothing is there, or nothing that strangers may know of. */
    record Nothing() implements Answer {}
}
