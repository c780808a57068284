package org.fiducial.metrology.field;

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
 * The module of the protocol {@code field-illumination}: averages the images of a uniform slide, takes the dark level off,
 * fits the smooth part of the light channel by channel and says how even it is, where it is centred, and what is noise and
 * what is dirt.
 *
 * <p>Refused with one sentence: no image, images smaller than 32 × 32 pixels, files of different size, values that are all
 * NaN. A field without light is a result with a reason and without figures.
 */
public final class FieldModule implements ProtocolModule {

    private static final String ID = "field";

    private final ProtocolDefinition protocol;
    private final SoftwareReference software;
    private final ImageFiles images;

    /**
     * The module.
     *
     * @param protocol {@code field-illumination} in the version this module implements
     * @param software the build, for the provenance of results
     * @param images opens the images
     */
    public FieldModule(ProtocolDefinition protocol, SoftwareReference software, ImageFiles images) {
        this.protocol = protocol;
        this.software = software;
        this.images = images;
    }

    @Override
    public AnalysisResult analyse(Inputs inputs, Parameters parameters, Progress progress) {
        ModuleReference module = new ModuleReference(ID, protocol.description().moduleVersion());
        return ImageAnalysis.run(progress, () -> {
            FieldAcquisition acquisition = new FieldReading(protocol, images, progress).read(inputs, parameters);
            progress.throwIfCancelled();
            return new FieldReport(protocol, module, software).of(acquisition, inputs);
        });
    }
}
