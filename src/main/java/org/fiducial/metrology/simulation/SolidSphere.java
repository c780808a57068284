package org.fiducial.metrology.simulation;

/**
 * A function averaged over a ball about each point: eight discs at the Gauss–Legendre heights h, weighted by their area
 * R² − h².
 *
 * @param radiusUm R [µm]
 */
record SolidSphere(double radiusUm) {

    SolidSphere {
        if (!(radiusUm > 0)) {
            throw new IllegalArgumentException("a bead must have a size, its radius was " + radiusUm + " µm");
        }
    }

    PolarTable blurred(PolarTable table) {
        Disc disc = new Disc();
        return PolarTable.of(table.shape(), zUm -> {
            float[][] slices = new float[Quadrature.COUNT][];
            for (int i = 0; i < slices.length; i++) {
                slices[i] = table.sliceAt(zUm + heightUm(i));
            }
            return (rUm, phi) -> {
                Position here = new Position(rUm * Math.cos(phi), rUm * Math.sin(phi), zUm);
                double sum = 0;
                for (int i = 0; i < slices.length; i++) {
                    double areaUm2 = radiusUm * radiusUm - heightUm(i) * heightUm(i);
                    // The mean of R² − h² over −R … R is ⅔R².
                    double share = Quadrature.weight(i) * areaUm2 / (radiusUm * radiusUm * 2 / 3);
                    sum += share * disc.mean(table, slices[i], here, Math.sqrt(areaUm2));
                }
                return sum;
            };
        });
    }

    private double heightUm(int i) {
        return 2 * radiusUm * Quadrature.node(i);
    }
}
