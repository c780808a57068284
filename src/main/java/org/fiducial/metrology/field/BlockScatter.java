package org.fiducial.metrology.field;

import org.fiducial.metrology.field.FieldChannel.SmoothField;

/** How far the blocks of a field scatter about its surface beyond what the noise of their pixels explains. */
record BlockScatter(SmoothField field) {

    /** √(mean of (m / S − 1)² − mean of var(m) / S²) over the blocks, each by its weight in the fit; relative. */
    double beyondNoise() {
        BlockMeans blocks = field.blocks();
        double squares = 0;
        double noise = 0;
        double n = 0;
        for (int block = 0; block < blocks.size(); block++) {
            double weight = field.surface().weights()[block];
            if (weight > 0) {
                double smooth = field.surface().at(blocks.u(block), blocks.v(block));
                double difference = blocks.mean(block) / smooth - 1;
                squares += weight * difference * difference;
                noise += weight * blocks.variance(block) / (smooth * smooth);
                n += weight;
            }
        }
        return Math.sqrt(Math.max(0, squares - noise) / Math.max(1, n));
    }
}
