package org.fiducial.metrology.coregistration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.coregistration.ChannelPair.SharedBead;
import org.fiducial.metrology.protocol.Estimate;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/**
 * What one bead says of two channels, by metric key: signed shifts (other minus reference), distances and their ratio to the
 * resolution ellipsoid. In a single plane there is nothing along z, not zero.
 */
final class BeadValues {

    private final boolean plane;
    private final ResolutionEllipsoid ellipsoid;

    BeadValues(boolean plane, ResolutionEllipsoid ellipsoid) {
        this.plane = plane;
        this.ellipsoid = ellipsoid;
    }

    /** The values of a bead with their photon-noise uncertainties, in nm but for the ratio. */
    Map<String, Estimate> of(SharedBead bead) {
        Position d = bead.shiftUm();
        Position u = bead.u();
        boolean known = bead.hasU();
        Map<String, Estimate> values = new LinkedHashMap<>();
        values.put("coreg.shift.x", nanometres(d.x(), u.x(), known));
        values.put("coreg.shift.y", nanometres(d.y(), u.y(), known));
        if (!plane) {
            values.put("coreg.shift.z", nanometres(d.z(), u.z(), known));
        }
        double lateral = Math.hypot(d.x(), d.y());
        values.put("coreg.lateral", nanometres(lateral, along(u, d.x(), d.y(), 0), known));
        if (!plane) {
            values.put("coreg.axial", nanometres(Math.abs(d.z()), u.z(), known));
            values.put(
                    "coreg.distance3d", nanometres(Math.hypot(lateral, d.z()), along(u, d.x(), d.y(), d.z()), known));
        }
        if (ellipsoid instanceof ResolutionEllipsoid.Known limit) {
            values.put("coreg.ratio_bead", Estimate.of(new Quantity(limit.ratio(d), Unit.ONE)));
        }
        return values;
    }

    private static Estimate nanometres(double um, double u, boolean known) {
        return new Estimate(
                new Quantity(1e3 * um, Unit.NANOMETRE), known ? OptionalDouble.of(1e3 * u) : OptionalDouble.empty());
    }

    /** Standard uncertainty of a distance: that of the vector along its own direction; in no direction that of all. */
    static double along(Position u, double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        return length > 0
                ? Math.sqrt(x * x * u.x() * u.x() + y * y * u.y() * u.y() + z * z * u.z() * u.z()) / length
                : Math.hypot(u.x(), u.y());
    }
}
