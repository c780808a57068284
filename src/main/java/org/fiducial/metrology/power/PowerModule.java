package org.fiducial.metrology.power;

import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolModule;
import org.fiducial.metrology.protocol.Provenance.ModuleReference;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;

/**
 * The module of the protocols {@code light-source-power}, {@code light-source-linearity} and {@code light-source-stability}:
 * reads the logs of a power meter, judges their readings and sums them up by line, set point and place. What is measured is
 * what the protocol declares.
 */
public final class PowerModule implements ProtocolModule {

    private static final String ID = "power";

    private final ProtocolDefinition protocol;
    private final SoftwareReference software;
    private final PowerLogReader reader;

    /**
     * The module.
     *
     * @param protocol one of the three, in the version this module implements
     * @param software the build, for the provenance of results
     */
    public PowerModule(ProtocolDefinition protocol, SoftwareReference software) {
        this(protocol, software, new PowerLogs());
    }

    PowerModule(ProtocolDefinition protocol, SoftwareReference software, PowerLogReader reader) {
        this.protocol = protocol;
        this.software = software;
        this.reader = reader;
    }

    @Override
    public AnalysisResult analyse(Inputs inputs, Parameters parameters, Progress progress) {
        ModuleReference module = new ModuleReference(ID, protocol.description().moduleVersion());
        PowerAcquisition acquisition = new LogReading(protocol, reader, progress).read(inputs, parameters);
        return new PowerReport(protocol, module, software).of(acquisition, inputs);
    }
}
