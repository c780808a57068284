package org.fiducial.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.fiducial.facility.kit.Meter;
import org.fiducial.facility.kit.MeterCertificate;
import org.fiducial.metrology.protocol.MeterCalibration;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.protocol.YamlDocument;
import org.fiducial.metrology.protocol.YamlMapping;

/** The description of a power meter as people write it, with its certificate where there is one. */
final class MeterFile {

    private final YamlMapping root;

    MeterFile(YamlMapping root) {
        this.root = root;
    }

    /**
     * Opens a description.
     *
     * @throws UnusableInputException if it is no YAML mapping
     */
    static MeterFile read(Path file) {
        return new MeterFile(YamlDocument.read(file).root());
    }

    /**
     * The meter the file describes.
     *
     * @throws UnusableInputException naming the line that is wrong
     */
    Meter meter(UUID facilityId, Supplier<UUID> ids) {
        root.allowOnly("slug", "meter", "serial", "sensor", "certificate", "coverage-factor", "points");
        try {
            return new Meter(
                    ids.get(),
                    facilityId,
                    root.text("slug"),
                    new MeterCalibration.Meter(
                            root.text("meter"),
                            root.text("serial"),
                            root.optionalText("sensor").orElse("")));
        } catch (IllegalArgumentException e) {
            throw root.refuse(e.getMessage() + ".");
        }
    }

    /** The certificate in the file, for the meter given; empty where the file has none. */
    Optional<MeterCertificate> certificate(Meter meter, Supplier<UUID> ids, Instant enteredAt) {
        return root.optionalMapping("certificate")
                .map(present -> MeterCertificate.entered(
                        ids.get(), meter.id(), enteredAt, MeterCalibration.of(root.without("slug"))));
    }

    /** The sentence of a file that should hold a certificate and does not. */
    UnusableInputException refuseWithoutCertificate() {
        return root.refuse("no 'certificate' is in it; it needs number, date and the points of the calibration.");
    }
}
