package org.fiducial.mail;

/**
 * What is sent.
 *
 * @param to who gets it: name and address
 * @param subject one line
 * @param body in plain text and as HTML, both saying the same
 * @param identity what servers and mail programs tell letters apart by
 */
public record Letter(To to, String subject, Body body, Identity identity) {

    /** Who gets it. */
    public record To(String name, String address) {}

    /** The text twice. */
    public record Body(String text, String html) {}

    /**
     * What letters are told apart by.
     *
     * @param messageId without angle brackets
     * @param list what all digests of a facility share, for instance {@code reminders.qc.example.org}
     */
    public record Identity(String messageId, String list) {}
}
