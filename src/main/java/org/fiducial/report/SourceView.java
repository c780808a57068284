package org.fiducial.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.MeterCalibration;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ParameterDefinition;
import org.fiducial.metrology.protocol.ParameterKind;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Provenance;
import org.fiducial.metrology.protocol.YamlDocument;

/**
 * What a result rests on.
 *
 * @param parameters what the analysis used besides the files
 * @param inputs the files
 * @param remarks what the reader should know
 * @param module the code that analysed
 * @param software the build it was part of
 */
public record SourceView(
        List<ParameterRow> parameters, List<InputRow> inputs, List<RemarkRow> remarks, String module, String software) {

    private static final int LONGEST_IN_A_LINE = 40;

    public SourceView {
        parameters = List.copyOf(parameters);
        inputs = List.copyOf(inputs);
        remarks = List.copyOf(remarks);
    }

    /**
     * A parameter.
     *
     * @param title for people, with its channel
     * @param name as typed
     * @param value with unit
     * @param origin stable word of where it comes from
     * @param originLabel the same for people
     */
    public record ParameterRow(String title, String name, String value, String origin, String originLabel) {

        /** Whether the value is so long that it reads as a sentence. */
        public boolean prose() {
            return value.length() > LONGEST_IN_A_LINE;
        }
    }

    /** An input file with its hash, size in words and the facts found in it. */
    public record InputRow(String name, String sha256, String size, List<Fact> facts) {
        public InputRow {
            facts = List.copyOf(facts);
        }
    }

    /** A fact of a file. */
    public record Fact(String name, String value) {}

    /** A remark: stable word and label of its severity, code and sentence. */
    public record RemarkRow(String severity, String label, String code, String text) {}

    static SourceView of(AnalysisResult result, Optional<ProtocolDefinition> definition, Texts texts) {
        Provenance provenance = result.provenance();
        return new SourceView(
                provenance.parameters().stream()
                        .map(parameter -> parameterRow(parameter, definition, texts))
                        .toList(),
                provenance.inputs().stream().map(SourceView::inputRow).toList(),
                result.remarks().stream()
                        .map(remark -> {
                            String word = remark.severity().name().toLowerCase(Locale.ROOT);
                            return new RemarkRow(word, texts.text("remark." + word), remark.code(), remark.text());
                        })
                        .toList(),
                provenance.module().id() + " " + provenance.module().version(),
                provenance.software().name() + " " + provenance.software().version()
                        + (provenance.software().commit().isEmpty()
                                ? ""
                                : " (" + provenance.software().commit() + ")"));
    }

    private static ParameterRow parameterRow(
            Parameter parameter, Optional<ProtocolDefinition> definition, Texts texts) {
        String title = definition
                .flatMap(found -> found.parameter(parameter.name().name()))
                .map(ParameterDefinition::title)
                .orElse(parameter.name().name());
        int channel = parameter.name().channel();
        return new ParameterRow(
                channel == 0 ? title : title + ", " + texts.text("channel.small", channel),
                parameter.name().toString(),
                words(parameter, definition, texts),
                parameter.origin().word(),
                texts.text("origin." + parameter.origin().word()));
    }

    /** A certificate is kept as data; people read which one it is. */
    private static String words(Parameter parameter, Optional<ProtocolDefinition> definition, Texts texts) {
        String value = NumberText.of(parameter.value());
        boolean calibration = definition
                .flatMap(found -> found.parameter(parameter.name().name()))
                .filter(found -> found.kind() instanceof ParameterKind.Calibration)
                .isPresent();
        if (!calibration) {
            return value;
        }
        MeterCalibration found = MeterCalibration.of(
                YamlDocument.of(parameter.name().name(), value).root());
        MeterCalibration.Certificate certificate = found.certificate();
        List<MeterCalibration.Point> points = found.points();
        return texts.text(
                certificate.due().isPresent() ? "certificate.until" : "certificate",
                certificate.number(),
                certificate.laboratory().isEmpty() ? "" : texts.text("certificate.by", certificate.laboratory()),
                certificate.date().toString(),
                certificate.due().map(LocalDate::toString).orElse(""),
                found.meter().model() + ", s/n " + found.meter().serial(),
                NumberText.bare(points.get(0).wavelengthNm()) + " to "
                        + NumberText.bare(points.get(points.size() - 1).wavelengthNm()) + "\u00a0nm",
                NumberText.bare(points.stream()
                        .mapToDouble(MeterCalibration.Point::expandedPercent)
                        .max()
                        .orElseThrow()),
                NumberText.bare(found.coverageFactor()));
    }

    private static InputRow inputRow(InputFile input) {
        List<Fact> facts = new ArrayList<>();
        input.facts().forEach((name, value) -> facts.add(new Fact(name, NumberText.of(value))));
        return new InputRow(input.name(), input.sha256(), size(input.bytes()), facts);
    }

    /** A size in decimal units, as file managers show it. */
    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + "\u00a0B";
        }
        double value = bytes;
        String unit = "B";
        for (String next : List.of("kB", "MB", "GB", "TB")) {
            if (value < 1000) {
                break;
            }
            value /= 1000;
            unit = next;
        }
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value) + "\u00a0" + unit;
    }
}
