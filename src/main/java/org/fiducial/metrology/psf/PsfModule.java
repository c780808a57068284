package org.fiducial.metrology.psf;

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
 * The module of the protocol {@code psf-beads}: opens the stacks, finds and measures their beads and sums them up channel
 * by channel.
 *
 * <p>Refused with one sentence: no image, a stack of one plane, a pixel size or z-step that is missing, a placeholder or
 * impossible, files of different sampling, values that are all NaN, spots narrower than 0.35 λ/NA. Everything else is a
 * result, with remarks; no bead at all is one too.
 */
public final class PsfModule implements ProtocolModule {

    private static final String ID = "psf";

    private final ProtocolDefinition protocol;
    private final SoftwareReference software;
    private final ImageFiles images;

    /**
     * The module.
     *
     * @param protocol {@code psf-beads} in the version this module implements
     * @param software the build, for the provenance of results
     * @param images opens the stacks
     */
    public PsfModule(ProtocolDefinition protocol, SoftwareReference software, ImageFiles images) {
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
            return new PsfReport(protocol, module, software).of(acquisition, inputs);
        });
    }
}
