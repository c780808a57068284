package org.fiducial.metrology.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.EntryForm;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.ParameterDefinition;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolModule;
import org.fiducial.metrology.protocol.Provenance;
import org.fiducial.metrology.protocol.Provenance.ModuleReference;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.UnusableInputException;

/** Turns what was entered into the fields of a protocol into measurements. */
public final class FormModule implements ProtocolModule {

    private static final String ID = "form";

    private final ProtocolDefinition protocol;
    private final EntryForm form;
    private final SoftwareReference software;

    /**
     * A module for one protocol.
     *
     * @throws IllegalArgumentException if the protocol has no fields
     */
    public FormModule(ProtocolDefinition protocol, SoftwareReference software) {
        this.protocol = protocol;
        this.form = protocol.form()
                .orElseThrow(() -> new IllegalArgumentException(protocol.reference() + " has no fields"));
        this.software = software;
    }

    @Override
    public AnalysisResult analyse(Inputs inputs, Parameters parameters, Progress progress) {
        List<InputFile> files = inputs.identified();
        progress.throwIfCancelled();
        List<Answer> answers =
                form.fields().stream().map(field -> answer(field, parameters)).toList();
        requireComplete(answers);
        requireFiles(answers, files);
        List<Measurement> measurements = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        for (Answer answer : answers) {
            measurements.addAll(answer.measurements());
            items.addAll(answer.items());
            answer.comment()
                    .ifPresent(comment ->
                            remarks.add(new Remark("COMMENT", Remark.Severity.NOTE, answer.title() + ": " + comment)));
        }
        return new AnalysisResult(
                new Provenance(
                        protocol.reference(),
                        new ModuleReference(ID, protocol.description().moduleVersion()),
                        software,
                        files,
                        parameters.all()),
                measurements,
                items,
                remarks,
                List.of());
    }

    private Answer answer(EntryForm.Field field, Parameters parameters) {
        ParameterDefinition definition = protocol.parameter(field.name()).orElseThrow();
        return new Answer(
                field,
                definition,
                parameters.of(field.name()).map(parameter -> parameter.value()),
                parameters.text(field.comment(), 0));
    }

    private static void requireComplete(List<Answer> answers) {
        List<String> missing = answers.stream()
                .filter(Answer::isMissing)
                .map(answer -> "'" + answer.title() + "'")
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        boolean judged = answers.stream()
                .anyMatch(
                        answer -> answer.isMissing() && answer.field().metric().isPresent());
        throw new UnusableInputException(String.join(", ", missing) + (missing.size() == 1 ? " is" : " are")
                + " empty; fill " + (missing.size() == 1 ? "it" : "them") + " in"
                + (judged ? ", or say in the comment why not." : "."));
    }

    private static void requireFiles(List<Answer> answers, List<InputFile> files) {
        for (Answer answer : answers) {
            answer.fileName()
                    .filter(name -> files.stream().noneMatch(file -> file.name().equals(name)))
                    .ifPresent(name -> {
                        throw new UnusableInputException("'" + answer.title() + "' names the file '" + name
                                + "', which was not sent; "
                                + (files.isEmpty()
                                        ? "no file was."
                                        : "there are "
                                                + files.stream()
                                                        .map(InputFile::name)
                                                        .collect(Collectors.joining(", "))
                                                + "."));
                    });
        }
    }
}
