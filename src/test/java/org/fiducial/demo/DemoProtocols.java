package org.fiducial.demo;

import java.util.List;
import java.util.stream.Stream;
import org.fiducial.metrology.coregistration.CoregistrationModule;
import org.fiducial.metrology.field.FieldModule;
import org.fiducial.metrology.form.FormModule;
import org.fiducial.metrology.image.ImageFiles;
import org.fiducial.metrology.power.PowerModule;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.metrology.psf.PsfModule;

/** The protocols of the demonstration with their real modules. */
final class DemoProtocols {

    private static final SoftwareReference SOFTWARE = new SoftwareReference("Fiducial", "0", "unknown");

    private static final ImageFiles IMAGES = new ImageFiles(List.of());

    private DemoProtocols() {}

    static Catalogue catalogue() {
        ProtocolDefinition beads = ProtocolFile.load("psf-beads", "1.0");
        ProtocolDefinition colours = ProtocolFile.load("coregistration-beads", "1.0");
        ProtocolDefinition field = ProtocolFile.load("field-illumination", "1.0");
        return new Catalogue(Stream.concat(
                        Stream.of(
                                new Catalogue.Entry(beads, new PsfModule(beads, SOFTWARE, IMAGES)),
                                new Catalogue.Entry(colours, new CoregistrationModule(colours, SOFTWARE, IMAGES)),
                                new Catalogue.Entry(field, new FieldModule(field, SOFTWARE, IMAGES))),
                        Stream.concat(
                                Stream.of("light-source-power", "light-source-linearity", "light-source-stability")
                                        .map(DemoProtocols::power),
                                Stream.of("incubator", "oil-on-objectives", "lamp-hours")
                                        .map(DemoProtocols::entered)))
                .toList());
    }

    private static Catalogue.Entry entered(String id) {
        ProtocolDefinition protocol = ProtocolFile.load(id, "1.0");
        return new Catalogue.Entry(protocol, new FormModule(protocol, SOFTWARE));
    }

    private static Catalogue.Entry power(String id) {
        ProtocolDefinition protocol = ProtocolFile.load(id, "1.0");
        return new Catalogue.Entry(protocol, new PowerModule(protocol, SOFTWARE));
    }
}
