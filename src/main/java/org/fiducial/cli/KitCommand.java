package org.fiducial.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.facility.kit.Kit;
import org.fiducial.facility.kit.Meter;
import org.fiducial.facility.kit.MeterCertificate;
import org.fiducial.metrology.protocol.MeterCalibration;
import org.fiducial.metrology.protocol.YamlDocument;
import org.fiducial.metrology.protocol.YamlMapping;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Adds and lists the things measured with. */
@Command(
        name = "kit",
        mixinStandardHelpOptions = true,
        description = "Adds and lists slides, power meters and their certificates; recalls what was found wrong.",
        footer = {
            "",
            "Examples:",
            "  fiducial kit add ps-1.yaml",
            "  fiducial kit certificate pm-1 calibration-2027.yaml",
            "  fiducial kit list",
            "  fiducial kit recall pm-1 --from 2026-01-15 --reads-low 4 --reason \"sensor aged\" --preview"
        })
final class KitCommand extends CommandGroup {

    /** Adds the meter or artefact a file describes. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds a slide or a power meter, with its certificate where the file holds one.",
            footer = {
                "",
                "Example: fiducial kit add ps-1.yaml, where ps-1.yaml reads",
                "",
                "  slug: ps-1                      # its name in addresses and on the command line",
                "  kind: bead-slide-solid          # or bead-slide-shell, bead-slide-point, multicolour-bead-slide,",
                "                                  # fluorescent-slide, power-meter-check, other",
                "  maker: Maker of the beads",
                "  product: PS-Speck",
                "  lot: \"2231\"",
                "  diameter: 175nm",
                "  diameter-uncertainty: 5nm       # one standard uncertainty, where it is certified",
                "  opened: 2026-01-15",
                "  expires: 2027-01-15",
                "  succeeds: ps-0                  # the old lot, where this one takes its place",
                "",
                "Example: fiducial kit add pm-1.yaml, where pm-1.yaml reads",
                "",
                "  slug: pm-1                      # its name in addresses and on the command line",
                "  meter: Model of the console",
                "  serial: \"P0012345\"",
                "  sensor: Slide sensor 170",
                "  certificate: {number: C-77, laboratory: Calibration Lab, date: 2026-01-15, due: 2027-01-15}",
                "  coverage-factor: 2              # k of the expanded uncertainties below",
                "  points:                         # true power / reading, expanded uncertainty in per cent",
                "    - {wavelength: 488, correction: 1.01, expanded-uncertainty: 3}",
                "    - {wavelength: 561, correction: 0.99, expanded-uncertainty: 3}"
            })
    static final class Add extends EntryCommand {

        @CommandLine.Parameters(paramLabel = "FILE.yaml", description = "The description of the slide or meter.")
        private Path file = Path.of("");

        @Mixin
        private AuthorOption who = new AuthorOption();

        Add(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            YamlMapping root = YamlDocument.read(file).root();

            Facility home = record.instruments()
                    .home()
                    .orElseThrow(() -> new UnusableCommandException(
                            "The record has no facility yet; begin it with" + " 'fiducial instrument add FILE.yaml'."));
            return ArtefactFile.describes(root)
                    ? artefact(new ArtefactFile(root), record.kit(), home)
                    : meter(new MeterFile(root), record.kit(), home);
        }

        private String artefact(ArtefactFile description, Kit kit, Facility home) {
            Artefact artefact = description.artefact(home.id(), rooms().ids());
            kit.add(artefact, who.by());
            return "Added artefact " + artefact.slug()
                    + artefact.succeeds().map(old -> ", which succeeds " + old).orElse("") + ".";
        }

        private String meter(MeterFile description, Kit kit, Facility home) {
            Meter meter = description.meter(home.id(), rooms().ids());
            Optional<MeterCertificate> certificate = description.certificate(
                    meter, rooms().ids(), rooms().clock().instant());
            kit.add(meter, certificate, who.by());
            return "Added meter " + meter.slug()
                    + certificate
                            .map(each -> " with " + described(each) + ".")
                            .orElse("; it has no certificate yet, so traceability is not demonstrated.");
        }
    }

    /** Adds a certificate to a meter. */
    @Command(
            name = "certificate",
            mixinStandardHelpOptions = true,
            description = "Adds a certificate to a power meter; earlier ones stay.",
            footer = {
                "",
                "Example: fiducial kit certificate pm-1 calibration-2027.yaml, a file as for 'kit add' without slug."
            })
    static final class Certificate extends EntryCommand {

        @CommandLine.Parameters(index = "0", paramLabel = "METER", description = "The meter, for instance pm-1.")
        private String slug = "";

        @CommandLine.Parameters(index = "1", paramLabel = "FILE.yaml", description = "The certificate.")
        private Path file = Path.of("");

        @Mixin
        private AuthorOption who = new AuthorOption();

        Certificate(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            MeterFile description = MeterFile.read(file);

            Meter meter = known(record.kit(), slug);
            MeterCertificate certificate = description
                    .certificate(meter, rooms().ids(), rooms().clock().instant())
                    .orElseThrow(description::refuseWithoutCertificate);
            record.kit().add(certificate, who.by());
            return "Added " + described(certificate) + " to meter " + meter.slug() + ".";
        }
    }

    /** Lists meters and artefacts and how they stand. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists slides and power meters, and what of them expires or has expired today.",
            footer = {"", "Example:", "  fiducial kit list --json"})
    static final class Listing extends ListCommand {

        Listing(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        Printout list(FacilityRecord record) {
            ZoneId zone = record.instruments().zone();
            LocalDate today = LocalDate.ofInstant(rooms().clock().instant(), zone);
            Printout list = printout("There is no meter and no slide yet; add one with 'fiducial kit add FILE.yaml'.");
            record.kit().meters().forEach(meter -> add(record.kit(), meter, today, list));
            record.kit().artefacts().forEach(artefact -> add(artefact, today, list));
            return list;
        }

        private static void add(Kit kit, Meter meter, LocalDate today, Printout list) {
            Optional<MeterCertificate> speaking = kit.speakingFor(meter.id(), today);
            String standing = speaking.map(each -> described(each) + ", " + words(each.standing(today)))
                    .orElse("no certificate");
            ObjectNode node = list.add(String.format(
                            "%-16s %s s/n %s: %s",
                            meter.slug(), meter.device().model(), meter.device().serial(), standing))
                    .put("slug", meter.slug())
                    .put("model", meter.device().model())
                    .put("serial", meter.device().serial())
                    .put("sensor", meter.device().sensor());
            speaking.ifPresent(each -> {
                MeterCalibration.Certificate certificate = each.calibration().certificate();
                node.put("certificate", certificate.number())
                        .put("date", certificate.date().toString())
                        .put("standing", words(each.standing(today)));
                certificate.due().ifPresent(due -> node.put("due", due.toString()));
            });
        }

        private static void add(Artefact artefact, LocalDate today, Printout list) {
            Artefact.Source source = artefact.source();
            String standing =
                    artefact.standing(today).name().toLowerCase(Locale.ROOT).replace('_', ' ')
                            + artefact.life().expires().map(day -> ", " + day).orElse("");
            ObjectNode node = list.add(String.format(
                            "%-16s %s%s: %s",
                            artefact.slug(),
                            (source.maker() + " " + source.product()).strip(),
                            source.lot().isEmpty() ? "" : " lot " + source.lot(),
                            standing))
                    .put("slug", artefact.slug())
                    .put("kind", artefact.kind().word())
                    .put("maker", source.maker())
                    .put("product", source.product())
                    .put("lot", source.lot())
                    .put(
                            "standing",
                            artefact.standing(today)
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-'));
            artefact.life().expires().ifPresent(day -> node.put("expires", day.toString()));
            artefact.diameter().ifPresent(diameter -> node.put("diameter_nm", diameter.nm()));
            artefact.succeeds().ifPresent(old -> node.put("succeeds", old));
        }

        private static String words(MeterCertificate.Standing standing) {
            return switch (standing) {
                case NOT_YET -> "not yet issued";
                case IN_FORCE -> "in force";
                case EXPIRES_SOON -> "expires soon";
                case EXPIRED -> "expired";
            };
        }
    }

    /**
     * The meter of a slug.
     *
     * @throws UnusableCommandException naming those there are
     */
    static Meter known(Kit kit, String slug) {
        return kit.meter(slug)
                .orElseThrow(() -> new UnusableCommandException("There is no meter '" + slug + "'; "
                        + (kit.meters().isEmpty()
                                ? "add it with 'fiducial kit add FILE.yaml'."
                                : "known are "
                                        + kit.meters().stream().map(Meter::slug).collect(Collectors.joining(", "))
                                        + ".")));
    }

    private static String described(MeterCertificate entry) {
        MeterCalibration.Certificate certificate = entry.calibration().certificate();
        return "certificate " + certificate.number() + " of " + certificate.date()
                + certificate.due().map(due -> ", due " + due).orElse("");
    }
}
