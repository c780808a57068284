package org.fiducial.metrology.psf;

import org.fiducial.metrology.bead.GaussianWidths;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.bead.PrincipalWidth;
import org.fiducial.metrology.numeric.Estimate;

/**
 * The lateral shape of a 3-D Gaussian: axes of the marginal covariance in x and y, put together from the principal widths
 * F_i and directions v_i as Σ F_i² v_i v_iᵀ.
 *
 * @param majorUm larger width [µm]
 * @param minorUm smaller width [µm]
 * @param angleDeg direction of the larger width, counter-clockwise from +x with y upwards, in (−90, 90]
 */
record LateralEllipse(double majorUm, double minorUm, double angleDeg) {

    static LateralEllipse of(GaussianWidths widths) {
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (PrincipalWidth each : widths.principal()) {
            double square = each.fwhmUm().value() * each.fwhmUm().value();
            Position v = each.direction();
            xx += square * v.x() * v.x();
            yy += square * v.y() * v.y();
            xy += square * v.x() * v.y();
        }
        double middle = 0.5 * (xx + yy);
        double radius = Math.hypot(0.5 * (xx - yy), xy);
        // Rows count downwards in an image, so the sign of y turns.
        double angle = 0.5 * Math.toDegrees(Math.atan2(-2 * xy, xx - yy));
        return new LateralEllipse(
                Math.sqrt(middle + radius),
                Math.sqrt(Math.max(0, middle - radius)),
                angle <= -90 ? angle + 180 : angle);
    }

    /** ln(major/minor). */
    double ellipticity() {
        return Math.log(majorUm / minorUm);
    }

    /** The larger width with the uncertainty that belongs to a relative one of the ratio of both. */
    Estimate major(double relativeU) {
        return new Estimate(majorUm, majorUm * relativeU / Math.sqrt(2));
    }

    /** The smaller width likewise. */
    Estimate minor(double relativeU) {
        return new Estimate(minorUm, minorUm * relativeU / Math.sqrt(2));
    }
}
