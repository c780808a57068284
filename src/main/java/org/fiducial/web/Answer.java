package org.fiducial.web;

import java.nio.charset.StandardCharsets;

/** What a request is answered with. */
sealed interface Answer {

    /** A file with its media type; one that never changes may be kept by the browser. */
    final class Content implements Answer {

        private final String type;
        private final byte[] bytes;
        private final boolean lasting;

        Content(String type, byte[] bytes, boolean lasting) {
            this.type = type;
            this.bytes = bytes;
            this.lasting = lasting;
        }

        static Content html(String page) {
            return new Content("text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8), false);
        }

        static Content json(byte[] json) {
            return new Content("application/json", json, false);
        }

        String type() {
            return type;
        }

        byte[] bytes() {
            return bytes;
        }

        boolean lasting() {
            return lasting;
        }
    }

    /** A download under a name. */
    record Download(String name, Content content) implements Answer {}

    /** Another address. */
    record Elsewhere(String address) implements Answer {}

    /** Nothing is there, or nothing that strangers may know of. */
    record Nothing() implements Answer {}
}
