package org.fiducial;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.fiducial.metrology.coregistration.CoregistrationModule;
import org.fiducial.metrology.field.FieldModule;
import org.fiducial.metrology.form.FormModule;
import org.fiducial.metrology.image.ImageFiles;
import org.fiducial.metrology.image.PluginFolder;
import org.fiducial.metrology.power.PowerModule;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.ProtocolModule;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.metrology.psf.PsfModule;

/** The protocols that travel with the program, each with the module that analyses it. */
record Protocols(SoftwareReference software) {

    /** Protocols whose values a person enters. */
    private static final List<String> ENTERED_BY_HAND = List.of(
            "oil-on-objectives",
            "koehler-illumination",
            "lamp-hours",
            "incubator",
            "chiller-level",
            "anti-vibration-table",
            "cleaning");

    Catalogue catalogue() {
        ProtocolDefinition psfBeads = ProtocolFile.load("psf-beads", "1.0");
        ProtocolDefinition coregistration = ProtocolFile.load("coregistration-beads", "1.0");
        ProtocolDefinition field = ProtocolFile.load("field-illumination", "1.0");
        return new Catalogue(Stream.concat(
                        analysed(psfBeads, coregistration, field).stream(),
                        ENTERED_BY_HAND.stream()
                                .map(id -> ProtocolFile.load(id, "1.0"))
                                .map(protocol -> new Catalogue.Entry(protocol, form(protocol))))
                .toList());
    }

    private List<Catalogue.Entry> analysed(
            ProtocolDefinition psfBeads, ProtocolDefinition coregistration, ProtocolDefinition field) {
        return List.of(
                new Catalogue.Entry(psfBeads, new PsfModule(psfBeads, software, imageFiles())),
                new Catalogue.Entry(coregistration, new CoregistrationModule(coregistration, software, imageFiles())),
                new Catalogue.Entry(field, new FieldModule(field, software, imageFiles())),
                power("light-source-power"),
                power("light-source-linearity"),
                power("light-source-stability"));
    }

    /** The module of a protocol that is entered by hand. */
    ProtocolModule form(ProtocolDefinition protocol) {
        return new FormModule(protocol, software);
    }

    private Catalogue.Entry power(String id) {
        ProtocolDefinition protocol = ProtocolFile.load(id, "1.0");
        return new Catalogue.Entry(protocol, new PowerModule(protocol, software));
    }

    /** Formats of makers are read by plug-ins in a folder {@code plugins} beside the program. */
    private static ImageFiles imageFiles() {
        return new ImageFiles(PluginFolder.scan(besideTheProgram("plugins")));
    }

    private static Path besideTheProgram(String name) {
        try {
            URI program = Fiducial.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return Path.of(program).resolveSibling(name);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a program has a place", e);
        }
    }
}
