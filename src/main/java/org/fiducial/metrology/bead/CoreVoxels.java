package org.fiducial.metrology.bead;

/** The voxels of a probe within a distance of its centre, in units of the FWHM along each axis. */
final class CoreVoxels {

    private final BeadVolume volume;
    private final double x0;
    private final double y0;
    private final double z0;
    private final double lateralPx;
    private final double axialPlanes;

    /** Takes a voxel. */
    @FunctionalInterface
    interface Taker {
        void take(double value, double distanceFwhm);
    }

    /** Takes a voxel with its lateral place [FWHM]. */
    @FunctionalInterface
    interface PlaceTaker {
        void take(double value, double dx, double dy);
    }

    private interface OffsetTaker {
        void take(double value, double dx, double dy, double distance);
    }

    CoreVoxels(BeadProbe probe, FieldContext field) {
        this.volume = probe.volume();
        this.x0 = probe.centre().x() - volume.originX();
        this.y0 = probe.centre().y() - volume.originY();
        this.z0 = probe.centre().z() - volume.originZ();
        this.lateralPx = field.scale().lateralFwhmPx();
        this.axialPlanes = field.scale().axialFwhmPlanes();
    }

    void forEach(double reachFwhm, Taker taker) {
        each(reachFwhm, (value, dx, dy, distance) -> taker.take(value, distance));
    }

    void forEachPlace(double reachFwhm, PlaceTaker taker) {
        each(reachFwhm, (value, dx, dy, distance) -> taker.take(value, dx, dy));
    }

    private void each(double reachFwhm, OffsetTaker taker) {
        int rx = (int) Math.ceil(reachFwhm * lateralPx);
        int rz = (int) Math.ceil(reachFwhm * axialPlanes);
        for (int z = Math.max(0, (int) z0 - rz); z <= Math.min(volume.sizeZ() - 1, z0 + rz); z++) {
            double dz = (z - z0) / axialPlanes;
            for (int y = Math.max(0, (int) y0 - rx); y <= Math.min(volume.sizeY() - 1, y0 + rx); y++) {
                double dy = (y - y0) / lateralPx;
                int row = (z * volume.sizeY() + y) * volume.sizeX();
                for (int x = Math.max(0, (int) x0 - rx); x <= Math.min(volume.sizeX() - 1, x0 + rx); x++) {
                    double dx = (x - x0) / lateralPx;
                    double distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
                    if (distance <= reachFwhm) {
                        taker.take(volume.counts()[row + x], dx, dy, distance);
                    }
                }
            }
        }
    }
}
