package org.fiducial.metrology.coregistration;

import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.acquisition.FieldView;
import org.fiducial.metrology.bead.AxisEstimates;
import org.fiducial.metrology.bead.Bead;
import org.fiducial.metrology.bead.BeadField;
import org.fiducial.metrology.bead.BeadFieldAnalysis;
import org.fiducial.metrology.bead.BeadOutcome;
import org.fiducial.metrology.bead.BeadRejection;
import org.fiducial.metrology.bead.BeadSearch;
import org.fiducial.metrology.bead.BeadWatch;
import org.fiducial.metrology.bead.FlagCode;
import org.fiducial.metrology.bead.GaussianVolume;
import org.fiducial.metrology.bead.GaussianVolumeFit;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.bead.RejectionCode;
import org.fiducial.metrology.image.CountedStack;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.protocol.Reason;
import org.fiducial.metrology.quantity.Quantity;

/**
 * Beads of the size of the resolution: found and judged as everywhere, {@link BeadFieldAnalysis}; their centre is that of the
 * 3-D Gaussian, or in a single plane that of a 2-D Gaussian, {@link CentreFit}.
 */
final class SmallBeads {

    static final double GATE_FWHM = 1.5;

    /** Distance from the side of the image within which the core of a bead is cut [FWHM]. */
    private static final double EDGE_LIMIT = 1.5;

    private final VoxelSize voxel;
    private final BeadSearch search;

    SmallBeads(VoxelSize voxel, BeadSearch search) {
        this.voxel = voxel;
        this.search = search;
    }

    /**
     * The beads of a channel.
     *
     * @param index of the channel in the stack, from 0
     * @param channel its number, from 1
     */
    ChannelBeads in(CountedStack stack, int index, int channel, BeadWatch watch) {
        BeadField field = new BeadFieldAnalysis(search).analyse(stack, index, watch);
        double fwhmUm = field.scale().lateralFwhmPx() * voxel.xUm();
        Locator locator = stack.shape().depth() == 1 ? inPlane(stack, field, fwhmUm) : inStack(field);
        List<LocatedBead> beads = field.outcomes().stream()
                .map(outcome -> outcome.<LocatedBead>fold(
                        measured -> measured(measured, locator), rejected -> rejected(rejected, locator)))
                .toList();
        return new ChannelBeads(channel, beads, GATE_FWHM * fwhmUm, FieldView.of(field.projection(), voxel));
    }

    /** A centre with its photon-noise standard uncertainty [µm]. */
    private record Centre(Position um, Position u) {}

    /** Fits the centre of a bead, if it can. */
    private interface Locator {
        Optional<Centre> of(Bead bead);
    }

    private Locator inPlane(CountedStack stack, BeadField field, double fwhmUm) {
        CentreFit fit =
                new CentreFit(voxel, field.noise(), stack.facts().saturation().level());
        Position fwhm = new Position(fwhmUm, fwhmUm, fwhmUm);
        return bead -> bead.crop()
                .flatMap(crop -> fit.of(crop, new CentreFit.Expected(bead.positionUm(voxel), fwhm, false)))
                .map(centre -> new Centre(centre.um(), centre.u()));
    }

    private Locator inStack(BeadField field) {
        GaussianVolumeFit fit = new GaussianVolumeFit(voxel, field.noise());
        return bead -> bead.crop()
                .flatMap(crop -> fit.fit(crop, bead.position()).fitted())
                .map(SmallBeads::centre);
    }

    private static Centre centre(GaussianVolume volume) {
        AxisEstimates um = volume.centreUm();
        return new Centre(
                new Position(um.x().value(), um.y().value(), um.z().value()),
                new Position(um.x().u(), um.y().u(), um.z().u()));
    }

    /** Where a Gaussian is centred on the bead and not on something wider about it, its centre; else the peak as found. */
    private LocatedBead measured(BeadOutcome.Measured bead, Locator locator) {
        Optional<GaussianVolume> settled = bead.fits().volume().fitted().filter(volume -> volume.centre()
                .equals(bead.bead().position()));
        boolean fitted = bead.fits().any();
        Optional<Centre> centre = fitted ? settled.map(SmallBeads::centre) : locator.of(bead.bead());
        List<Reason> flags = bead.flags().stream()
                .filter(flag -> fitted || flag.code() != FlagCode.NOT_GAUSSIAN)
                .map(flag -> new Reason(flag.code().name(), flag.value(), flag.limit()))
                .toList();
        List<Reason> reasons = fitted || centre.isPresent() ? List.of() : List.of(Reason.of("NOT_CONVERGED"));
        return located(bead.bead(), centre, reasons, flags);
    }

    /**
     * A bead near the side of the image, where one could stand unseen beyond it, has no trusted width; but its centre is
     * known if its core is inside.
     */
    private LocatedBead rejected(BeadOutcome.Rejected bead, Locator locator) {
        BeadRejection first = bead.reasons().get(0);
        boolean onlyNearSide = bead.reasons().size() == 1 && first.code() == RejectionCode.EDGE_XY;
        if (onlyNearSide && first.value().value() >= EDGE_LIMIT) {
            Optional<Centre> centre = locator.of(bead.bead());
            if (centre.isPresent()) {
                return located(bead.bead(), centre, List.of(), List.of());
            }
        }
        List<Reason> reasons = bead.reasons().stream().map(SmallBeads::reason).toList();
        return located(bead.bead(), Optional.empty(), reasons, List.of());
    }

    private static Reason reason(BeadRejection rejection) {
        boolean side = rejection.code() == RejectionCode.EDGE_XY;
        return Reason.of(
                rejection.code().name(),
                rejection.value(),
                side ? new Quantity(EDGE_LIMIT, rejection.limit().unit()) : rejection.limit());
    }

    private LocatedBead located(Bead bead, Optional<Centre> centre, List<Reason> reasons, List<Reason> flags) {
        return new LocatedBead(
                centre.map(Centre::um).orElse(bead.positionUm(voxel)),
                centre.map(Centre::u),
                LocatedBead.beyondDoubt(),
                reasons,
                flags,
                bead.crop());
    }
}
