package org.fiducial.web.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.facility.kit.Kit;
import org.fiducial.facility.kit.Meter;
import org.fiducial.facility.kit.MeterCertificate;
import org.fiducial.metrology.protocol.MeterCalibration;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.report.Texts;

/** What a check was measured with, by maker and product and a meter with its certificate; serial numbers are not named. */
record KitNames(Kit kit, Texts texts) {

    private static final Set<String> MEASURED_WITH = Set.of("artefact", "meter");

    /** What people call something of the kit. */
    Optional<String> name(String slug) {
        return kit.meter(slug).map(meter -> meter.device().model()).or(() -> kit.artefact(slug)
                .map(this::name));
    }

    /** What a check was measured with on a day. */
    List<String> of(Check check, LocalDate day) {
        List<String> names = new ArrayList<>();
        for (Parameter parameter : check.result().provenance().parameters()) {
            if (MEASURED_WITH.contains(parameter.name().name())) {
                String slug = parameter.value().toString();
                Optional<Meter> meter = kit.meter(slug);
                if (meter.isPresent()) {
                    names.add(name(meter.get(), day));
                } else {
                    kit.artefact(slug).map(this::name).ifPresent(names::add);
                }
            }
        }
        return names.stream().distinct().toList();
    }

    /** The certificates that speak for its meters on a day: the number and the date of each. */
    List<String> certificates(Check check, LocalDate day) {
        return check.result().provenance().parameters().stream()
                .filter(parameter -> MEASURED_WITH.contains(parameter.name().name()))
                .flatMap(parameter -> kit.meter(parameter.value().toString()).stream())
                .flatMap(meter -> kit.speakingFor(meter.id(), day).stream())
                .map(speaking -> speaking.calibration().certificate())
                .map(certificate -> certificate.number() + ", " + certificate.date())
                .distinct()
                .toList();
    }

    private String name(Meter meter, LocalDate day) {
        Optional<MeterCertificate> speaking = kit.speakingFor(meter.id(), day);
        if (speaking.isEmpty()) {
            return texts.text("statement.meter.bare", meter.device().model());
        }
        MeterCalibration.Certificate certificate = speaking.get().calibration().certificate();
        return texts.text(
                certificate.holdsOn(day) ? "statement.meter" : "statement.meter.expired",
                meter.device().model(),
                certificate.number(),
                certificate.date());
    }

    private String name(Artefact artefact) {
        String made = artefact.source().title();
        return made.isEmpty() ? texts.text("artefact.kind." + artefact.kind().word()) : made;
    }
}
