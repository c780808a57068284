package org.fiducial.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.EntryForm;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.ParameterDefinition;
import org.fiducial.metrology.protocol.ParameterKind;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.ReadingTable;
import org.fiducial.metrology.protocol.UnusableInputException;

/** A protocol on paper, for a place without a computer: steps to tick, and room to write what will be typed in later. */
public final class PaperForm {

    private static final String TEMPLATE = "paper-form.html";
    private static final int ROWS = 12;
    private static final int PLACES = 3;

    private final Templates templates;

    public PaperForm(Templates templates) {
        this.templates = templates;
    }

    /**
     * What is printed.
     *
     * @param protocol the protocol
     * @param place instrument and light path; empty leaves room to write
     * @param limits those in force, by metric; where one is missing that of the protocol holds
     * @param before the last values in words, by metric
     * @param pictures of steps, by name
     */
    public record Sheet(
            ProtocolDefinition protocol,
            String place,
            Map<String, DefaultLimit> limits,
            Map<String, List<String>> before,
            Map<String, byte[]> pictures) {

        /** A sheet for any light path, with the limits the protocol proposes. */
        public static Sheet of(ProtocolDefinition protocol) {
            return new Sheet(protocol, "", Map.of(), Map.of(), Map.of());
        }
    }

    /** A step with the name of its picture, which may be empty. */
    public record StepView(String text, String picture) {}

    /** Something to write: what, in which unit, what to tick, places to write into, and what is known of it. */
    public record LineView(String title, String unit, List<String> words, int places, String help, String before) {
        public LineView {
            words = List.copyOf(words);
        }
    }

    /** The document; the same sheet gives the same bytes. */
    public byte[] pdf(Sheet sheet) {
        ProtocolDefinition protocol = sheet.protocol();
        Map<String, Object> values = new HashMap<>();
        values.put("style", style());
        values.put("title", protocol.description().title());
        values.put("summary", protocol.description().summary());
        values.put("reference", protocol.reference().toString());
        values.put("place", sheet.place());
        values.put(
                "minutes",
                protocol.guidance()
                        .minutes()
                        .map(time -> templates.texts().text("protocol.minutes", time.person(), time.instrument()))
                        .orElse(""));
        values.put("steps", steps(sheet));
        values.put("lines", protocol.form().map(form -> entered(sheet, form)).orElseGet(() -> said(protocol)));
        values.put(
                "columns",
                protocol.readings()
                        .map(table ->
                                table.columns().stream().map(PaperForm::heading).toList())
                        .orElse(List.of()));
        values.put("rows", IntStream.rangeClosed(1, ROWS).boxed().toList());
        values.put("files", protocol.form().isEmpty());
        values.put(
                "reasons",
                List.of(CheckReason.values()).stream()
                        .map(reason -> templates.texts().text("why." + reason.word()))
                        .toList());
        String page = templates.fill(TEMPLATE, values);
        return PdfDocument.of(page, sheet.pictures(), page.hashCode());
    }

    private String style() {
        return new String(templates.file("styles/paper-form.css").orElse(new byte[0]), StandardCharsets.UTF_8);
    }

    private static String heading(ReadingTable.Column column) {
        return column.title() + (column.units().isEmpty() ? "" : " (" + String.join(" · ", column.units()) + ")");
    }

    /** The steps of a form, else what its text says is to be acquired. */
    private static List<StepView> steps(Sheet sheet) {
        ProtocolDefinition protocol = sheet.protocol();
        return protocol.form()
                .map(form -> form.steps().stream()
                        .map(step -> new StepView(
                                step.text(),
                                step.picture()
                                        .filter(sheet.pictures()::containsKey)
                                        .orElse("")))
                        .toList())
                .orElseGet(() -> toAcquire(protocol).stream()
                        .map(text -> new StepView(text, ""))
                        .toList());
    }

    private static List<String> toAcquire(ProtocolDefinition protocol) {
        List<String> steps = new ArrayList<>();
        boolean inside = false;
        for (String line : description(protocol).lines().toList()) {
            if (line.startsWith("## ")) {
                inside = line.equals("## What to acquire");
            } else if (inside && line.startsWith("- ")) {
                steps.add(plain(line.substring(2)));
            } else if (inside && line.startsWith("  ") && !steps.isEmpty()) {
                steps.set(steps.size() - 1, steps.get(steps.size() - 1) + " " + plain(line.strip()));
            }
        }
        return steps;
    }

    private static String description(ProtocolDefinition protocol) {
        try {
            return ProtocolFile.description(protocol.reference());
        } catch (UnusableInputException noText) {
            return "";
        }
    }

    private static String plain(String markdown) {
        return markdown.replace("**", "").replace("`", "");
    }

    private List<LineView> entered(Sheet sheet, EntryForm form) {
        return form.fields().stream()
                .filter(field -> !field.kind().isFile())
                .map(field -> entered(sheet, field))
                .toList();
    }

    private LineView entered(Sheet sheet, EntryForm.Field field) {
        ProtocolDefinition protocol = sheet.protocol();
        ParameterDefinition parameter = protocol.parameter(field.name()).orElseThrow();
        Optional<MetricDefinition> metric = field.metric().flatMap(protocol::metric);
        String limits = metric.flatMap(
                        each -> limit(sheet, each.key()).map(limit -> LimitWords.of(each, limit, templates.texts())))
                .orElse("");
        return new LineView(
                parameter.title(),
                unit(parameter.kind()),
                parameter.kind() instanceof ParameterKind.Choice choice ? choice.words() : List.of(),
                parameter.kind() instanceof ParameterKind.Readings ? PLACES : 1,
                (limits + " " + parameter.help()).strip(),
                String.join(
                        ", ",
                        field.metric()
                                .map(key -> sheet.before().getOrDefault(key, List.of()))
                                .orElse(List.of())));
    }

    private static Optional<DefaultLimit> limit(Sheet sheet, String metric) {
        return Optional.ofNullable(sheet.limits().get(metric)).or(() -> sheet.protocol().limits().stream()
                .filter(limit -> limit.metric().equals(metric))
                .findFirst());
    }

    /** What people have to say of an acquisition, because files do not. */
    private static List<LineView> said(ProtocolDefinition protocol) {
        return protocol.parameters().stream()
                .filter(parameter -> parameter.presence().usual()
                        || parameter.presence().required()
                        || parameter.name().equals("meter")
                        || parameter.name().equals("artefact"))
                .map(parameter -> new LineView(
                        parameter.title(),
                        unit(parameter.kind()),
                        parameter.kind() instanceof ParameterKind.Choice choice ? choice.words() : List.of(),
                        1,
                        "",
                        ""))
                .toList();
    }

    private static String unit(ParameterKind kind) {
        if (kind instanceof ParameterKind.Readings readings) {
            return readings.reading().unit().sign();
        }
        return kind instanceof ParameterKind.Measure measure ? measure.unit().sign() : "";
    }
}
