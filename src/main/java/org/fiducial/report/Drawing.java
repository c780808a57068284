package org.fiducial.report;

import java.awt.Graphics2D;

/** A figure laid out and ready to be painted, in units of a screen's pixel. */
interface Drawing {

    int width();

    int height();

    void paint(Graphics2D graphics);
}
