package org.fiducial.metrology.coregistration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiducial.metrology.acquisition.FieldView;
import org.fiducial.metrology.bead.AxisEstimates;
import org.fiducial.metrology.bead.Bead;
import org.fiducial.metrology.bead.BeadField;
import org.fiducial.metrology.bead.BeadFieldAnalysis;
import org.fiducial.metrology.bead.BeadOutcome;
import org.fiducial.metrology.bead.BeadRejection;
import org.fiducial.metrology.bead.BeadSearch;
import org.fiducial.metrology.bead.BeadWatch;
import org.fiducial.metrology.bead.ConventionalFwhm;
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
 *
 * <p>Coma and spherical aberration leave an image without a centre of symmetry: a Gaussian then follows the tail, by 20 nm in the
 * plane and 150 nm along z for 0.1 waves of coma with 0.2 waves of spherical aberration at NA 1.4. Where the Gaussians of a tenth of a
 * channel's beads lie apart from their peaks, the brightest point stands for all beads of that channel, one of the two
 * positions ISO 21073 admits.
 */
final class SmallBeads {

    static final double GATE_FWHM = 1.5;

    /** Distance from the side of the image within which the core of a bead is cut [FWHM]. */
    private static final double EDGE_LIMIT = 1.5;

    /** Share of the beads whose Gaussian may be centred elsewhere than on their peak. */
    private static final double SKEWED = 0.1;

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
        boolean skewed = skewed(field);
        Locator locator = stack.shape().depth() == 1 ? inPlane(stack, field, fwhmUm) : inStack(field);
        List<LocatedBead> beads = field.outcomes().stream()
                .map(outcome -> outcome.<LocatedBead>fold(
                        measured -> skewed ? brightest(measured) : measured(measured, locator),
                        rejected -> rejected(rejected, skewed ? bead -> Optional.empty() : locator)))
                .toList();
        return new ChannelBeads(channel, beads, GATE_FWHM * fwhmUm, skewed, FieldView.of(field.projection(), voxel));
    }

    /**
     * Whether the Gaussians of more than a few beads are centred elsewhere than on the peak. Which bead is on which side of
     * that limit is chance, so one estimator has to stand for all.
     */
    private static boolean skewed(BeadField field) {
        List<BeadOutcome.Measured> fitted = field.outcomes().stream()
                .flatMap(outcome -> outcome.<Stream<BeadOutcome.Measured>>fold(Stream::of, rejected -> Stream.empty()))
                .filter(bead -> bead.fits().volume().fitted().isPresent())
                .toList();
        long astray = fitted.stream().filter(bead -> settled(bead).isEmpty()).count();
        return astray > SKEWED * fitted.size();
    }

    private static Optional<GaussianVolume> settled(BeadOutcome.Measured bead) {
        return bead.fits().volume().fitted().filter(volume -> volume.centre()
                .equals(bead.bead().position()));
    }

    /** The bead at its brightest point, as the fit of its core has it, else as found. */
    private LocatedBead brightest(BeadOutcome.Measured bead) {
        Position peak = bead.fits()
                .conventional()
                .fitted()
                .map(ConventionalFwhm::peak)
                .orElse(bead.bead().position());
        Position um = new Position(peak.x() * voxel.xUm(), peak.y() * voxel.yUm(), peak.z() * voxel.zUm());
        return new LocatedBead(
                um,
                Optional.empty(),
                LocatedBead.beyondDoubt(),
                List.of(),
                flags(bead),
                bead.bead().crop());
    }

    private static List<Reason> flags(BeadOutcome.Measured bead) {
        return bead.flags().stream()
                .filter(flag -> bead.fits().any() || flag.code() != FlagCode.NOT_GAUSSIAN)
                .map(flag -> new Reason(flag.code().name(), flag.value(), flag.limit()))
                .toList();
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
        boolean fitted = bead.fits().any();
        Optional<Centre> centre = fitted ? settled(bead).map(SmallBeads::centre) : locator.of(bead.bead());
        List<Reason> reasons = fitted || centre.isPresent() ? List.of() : List.of(Reason.of("NOT_CONVERGED"));
        return located(bead.bead(), centre, reasons, flags(bead));
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
