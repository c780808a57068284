package org.fiducial.web.page;

/**
 * Something to choose in a form.
 *
 * @param word its stable word, which the form sends
 * @param label what people read
 */
public record Choice(String word, String label, boolean chosen) {}
