package org.fiducial.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.fiducial.metrology.field.FieldModule;
import org.fiducial.metrology.image.ImageFiles;
import org.fiducial.metrology.image.ImageMetadata;
import org.fiducial.metrology.image.ImageStackWriter;
import org.fiducial.metrology.image.PixelType;
import org.fiducial.metrology.image.StackShape;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.simulation.FlatField;

/** The rows about the evenness of light, each over whole files of the protocol {@code field-illumination}. */
final class IlluminationRows {

    private static final int IMAGES = 25;
    private static final int SIDE = 1000;
    private static final double LEAST_FLAT = 99;
    private static final double ROLL_OFF = 0.2;
    private static final double PHOTONS = 2000;

    private final Settings settings;
    private final ProtocolDefinition protocol = ProtocolFile.load("field-illumination", "1.0");
    private final FieldModule module = new FieldModule(
            protocol, new SoftwareReference("Fiducial benchmark", "0", "unknown"), new ImageFiles(List.of()));

    IlluminationRows(Settings settings) {
        this.settings = settings;
    }

    List<Row> rows() {
        return List.of(
                Claim.of(
                        "flat",
                        "surface uniformity of flat Poisson fields of 100, 1,000 and 10,000 photons, 1000×1000",
                        "each ≥ 99 %",
                        () -> Folder.use(this::flat)),
                Claim.of(
                        "paraboloid",
                        "paraboloid of 20 % roll-off over an offset of 20 % of its peak: uniformity; centre",
                        "± 0.5 %; ± 1 % of the width",
                        () -> Folder.use(this::paraboloid)),
                Claim.of(
                        "field-coverage",
                        "95 % interval of the uniformity covers the truth",
                        "≥ 93 %",
                        () -> Folder.use(this::coverage)));
    }

    private Row.Outcome flat(Path folder) throws IOException {
        List<String> details = new ArrayList<>();
        double worst = 100;
        RandomGenerator random = settings.random("flat");
        for (double photons : new double[] {100, 1000, 10_000}) {
            double least = 100;
            double raw = 0;
            int undefined = 0;
            for (int i = 0; i < IMAGES; i++) {
                AnalysisResult result = analyse(folder, FlatField.even(photons), "100", random);
                least = Math.min(least, value(result, "field.uniformity_minmax").orElse(0));
                raw += value(result, "field.uniformity_raw_minmax").orElse(0) / IMAGES;
                undefined += value(result, "field.centering").isEmpty() ? 1 : 0;
            }
            worst = Math.min(worst, least);
            details.add(String.format(
                    Locale.ROOT,
                    "%.0f photons: least of %d images %.2f %% (ratio of pixels, offset included, %.0f %%), centre"
                            + " undefined in %d",
                    photons,
                    IMAGES,
                    least,
                    raw,
                    undefined));
        }
        return Row.Outcome.judged(worst >= LEAST_FLAT, String.format(Locale.ROOT, "least %.2f %%", worst), details);
    }

    private Row.Outcome paraboloid(Path folder) throws IOException {
        RandomGenerator random = settings.random("paraboloid");
        double evenness = 0;
        double centre = 0;
        for (int i = 0; i < IMAGES; i++) {
            double u = random.nextDouble(-0.6, 0.6);
            double v = random.nextDouble(-0.6, 0.6);
            FlatField field = FlatField.paraboloid(PHOTONS, ROLL_OFF, u, v).withOffset(ROLL_OFF * PHOTONS);
            AnalysisResult result = analyse(folder, field, Double.toString(ROLL_OFF * PHOTONS), random);
            evenness = Math.max(
                    evenness, Math.abs(value(result, "field.uniformity_minmax").orElse(0) - 100 * field.least()));
            // From −1 to 1 is the whole width: half the distance is the share of the width.
            double x = value(result, "field.centre.x").orElse(9) - u;
            double y = value(result, "field.centre.y").orElse(9) - v;
            centre = Math.max(centre, 50 * Math.hypot(x, y));
        }
        return Row.Outcome.judged(
                evenness <= 0.5 && centre <= 1,
                String.format(Locale.ROOT, "worst %.2f %%; %.2f %%", evenness, centre),
                List.of(IMAGES + " images, centres anywhere within 60 % of the half width"));
    }

    private Row.Outcome coverage(Path folder) throws IOException {
        RandomGenerator random = settings.random("field-coverage");
        int covered = 0;
        int images = 4 * IMAGES;
        for (int i = 0; i < images; i++) {
            FlatField field = FlatField.paraboloid(500, ROLL_OFF, 0.1, -0.2);
            AnalysisResult result = analyse(folder, field, "100", random);
            double found = value(result, "field.uniformity_minmax").orElse(0);
            double u = result.measurement(key("field.uniformity_minmax"))
                    .flatMap(Measurement::evaluated)
                    .flatMap(evaluated -> evaluated.uncertainty())
                    .orElseThrow()
                    .standard();
            covered += Math.abs(found - 100 * leastPixel(field)) <= 1.96 * u ? 1 : 0;
        }
        double share = 100.0 * covered / images;
        return Row.Outcome.judged(
                share >= 93, String.format(Locale.ROOT, "%.0f %%", share), List.of(images + " images of 500 photons"));
    }

    /** The light at the farthest pixel's centre, which lies half a pixel inside the corner. */
    private static double leastPixel(FlatField field) {
        double end = 1 - 1.0 / SIDE;
        return field.at(
                -Math.copySign(end, field.centre().u()),
                -Math.copySign(end, field.centre().v()));
    }

    private AnalysisResult analyse(Path folder, FlatField field, String offset, RandomGenerator random)
            throws IOException {
        Path file = folder.resolve("field.tif");
        Files.deleteIfExists(file);
        ImageMetadata metadata = ImageMetadata.spacedBy(new VoxelSize(0.1, 0.1, 1));
        try (ImageStackWriter writer =
                ImageStackWriter.imageJ(file, new StackShape(SIDE, SIDE, 1, 1, 1), PixelType.UINT16, metadata)) {
            writer.writePlane(field.image(SIDE, SIDE, random));
        }
        return module.analyse(
                Inputs.of(List.of(file), Runnable::run),
                protocol.defaults()
                        .with(protocol.parse("offset", offset, Origin.GIVEN))
                        .with(protocol.parse("offset-uncertainty", "0", Origin.GIVEN)),
                Progress.unwatched());
    }

    private static MeasurementKey key(String metric) {
        return MeasurementKey.of(metric, 1, Statistic.VALUE);
    }

    private static OptionalDouble value(AnalysisResult result, String metric) {
        return result.measurement(key(metric)).flatMap(Measurement::evaluated).stream()
                .mapToDouble(evaluated -> evaluated.value().value())
                .findFirst();
    }
}
