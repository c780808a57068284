package org.fiducial.metrology.coregistration;

import org.fiducial.metrology.acquisition.ImageAnalysis;
import org.fiducial.metrology.image.ImageFiles;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolModule;
import org.fiducial.metrology.protocol.Provenance.ModuleReference;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;

/**
 * The module of the protocol {@code coregistration-beads}: locates multicolour beads in every channel, finds out which are
 * the same, and sums up by pairs of channels how they lie to each other.
 *
 * <p>Refused with one sentence: no image, a single channel, more than eight, a pixel size that is missing, a placeholder or impossible, in a
 * stack the same of the z-step, files of different sampling or extent, values that are all NaN. Everything else is a result,
 * with remarks; no common bead at all is one too.
 */
public final class CoregistrationModule implements ProtocolModule {

    private static final String ID = "coregistration";

    private final ProtocolDefinition protocol;
    private final SoftwareReference software;
    private final ImageFiles images;

    /**
     * The module.
     *
     * @param protocol {@code coregistration-beads} in the version this module implements
     * @param software the build, for the provenance of results
     * @param images opens the stacks
     */
    public CoregistrationModule(ProtocolDefinition protocol, SoftwareReference software, ImageFiles images) {
        this.protocol = protocol;
        this.software = software;
        this.images = images;
    }

    @Override
    public AnalysisResult analyse(Inputs inputs, Parameters parameters, Progress progress) {
        ModuleReference module = new ModuleReference(ID, protocol.description().moduleVersion());
        return ImageAnalysis.run(progress, () -> {
            Acquisition acquisition = new AcquisitionReading(protocol, images, progress).read(inputs, parameters);
            progress.throwIfCancelled();
            return new CoregistrationReport(protocol, module, software).of(acquisition, inputs);
        });
    }
}
