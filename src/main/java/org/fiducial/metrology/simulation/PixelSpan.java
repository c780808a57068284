package org.fiducial.metrology.simulation;

/** The pixels of one axis that a bead reaches, clipped to the grid; empty when last is before first. */
record PixelSpan(int first, int last) {

    static PixelSpan about(double centreUm, double reachUm, double pixelUm, int size) {
        int first = (int) Math.max(0, Math.ceil((centreUm - reachUm) / pixelUm));
        int last = (int) Math.min(size - 1.0, Math.floor((centreUm + reachUm) / pixelUm));
        return new PixelSpan(first, last);
    }

    int count() {
        return Math.max(0, last - first + 1);
    }
}
