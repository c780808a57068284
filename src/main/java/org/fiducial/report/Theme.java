package org.fiducial.report;

/** Whether a picture is drawn for paper and bright rooms or for a screen in a dark room. */
public enum Theme {
    LIGHT,
    DARK
}
