package org.fiducial.metrology.bead;

import java.util.List;
import org.fiducial.metrology.image.ImageStack;
import org.fiducial.metrology.image.PixelType;

/**
 * From a stack to judged and measured beads: one pass over the planes finds the spots, their boxes are cut out, judged,
 * fitted and judged again.
 *
 * <p>The same stack and search give the same result, whatever the number of processors and the size of the memory. One bad
 * bead never ends the work, and no bead at all is a normal outcome.
 */
public final class BeadFieldAnalysis {

    private static final int LONGEST_PROJECTION_PX = 1200;

    private final BeadSearch search;

    public BeadFieldAnalysis(BeadSearch search) {
        this.search = search;
    }

    /** Analyses one channel without being watched. */
    public BeadField analyse(ImageStack stack, int channel) {
        return analyse(stack, channel, BeadWatch.NONE);
    }

    /**
     * Analyses one channel.
     *
     * @param channel index from 0
     * @param watch follows the progress and may stop the work
     * @throws java.util.concurrent.CancellationException if the watch stops the work
     */
    public BeadField analyse(ImageStack stack, int channel, BeadWatch watch) {
        StackPlanes planes =
                new StackPlanes(stack, channel, Runtime.getRuntime().maxMemory());
        ScaleSearch scales = new ScaleSearch(search, planes);
        float[] projection = SlidingProjection.of(planes, scales.window(), watch);
        ScaleSearch.Finding finding = scales.find(projection);
        List<BeadProbe> probes = finding.probes();
        boolean unsigned = stack.pixelType() == PixelType.UINT8
                || stack.pixelType() == PixelType.UINT16
                || stack.pixelType() == PixelType.UINT32;
        NoiseModel noise = new NoiseEstimate(search.noise(), unsigned, finding.scale()).of(probes);
        double ceiling = search.saturationLevel().orElseGet(() -> SaturationLevel.of(stack.pixelType(), probes));
        BeadMeasurement measurement =
                new BeadMeasurement(new FieldContext(search, finding.scale(), noise, stack.shape(), ceiling));
        List<BeadOutcome> outcomes = measurement.measure(probes, watch);
        FieldProjection overview =
                FieldProjection.of(projection, planes.width(), planes.height(), LONGEST_PROJECTION_PX);
        return new BeadField(outcomes, finding.scale(), noise, overview, finding.notExamined());
    }
}
