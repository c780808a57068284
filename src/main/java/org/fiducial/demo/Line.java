package org.fiducial.demo;

/** The lines of the invented light sources, as they were when new. */
enum Line {
    LASER_405(405, 3.8, 0.45),
    LASER_488(488, 6.4, 0.25),
    LASER_561(561, 5.1, 0.35),
    LASER_640(640, 4.3, 0.40),
    LED_470(470, 30, 0.06);

    private final int wavelengthNm;
    private final double fullMw;
    private final double noisePercent;

    Line(int wavelengthNm, double fullMw, double noisePercent) {
        this.wavelengthNm = wavelengthNm;
        this.fullMw = fullMw;
        this.noisePercent = noisePercent;
    }

    int wavelengthNm() {
        return wavelengthNm;
    }

    /** Power at the sample at a set point of 100 % [mW]. */
    double fullMw() {
        return fullMw;
    }

    /** Standard deviation of readings about their mean [%]. */
    double noisePercent() {
        return noisePercent;
    }
}
