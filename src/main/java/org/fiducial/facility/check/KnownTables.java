package org.fiducial.facility.check;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.MissingParameterException;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ParameterName;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.TableQuestion;
import org.fiducial.metrology.protocol.Value;

/** Asks what the columns of a kind of table hold only once: answers for the person who answered before. */
record KnownTables(ColumnMappings mappings, Clock clock, Supplier<UUID> ids) {

    /** The parameter that says what the columns of a table hold, and the fact of an input that holds what is kept of it. */
    private static final String COLUMNS = "columns";

    /** The fact of an input that names its columns. */
    private static final String HEADER = "header";

    /** Keeps what a person said of the columns of a table with a header. */
    void remember(Check check) {
        List<Parameter> parameters = check.result().provenance().parameters();
        boolean given = parameters.stream()
                .anyMatch(each -> each.name().equals(ParameterName.of(COLUMNS)) && each.origin() == Origin.GIVEN);
        if (!given) {
            return;
        }
        for (InputFile input : check.result().provenance().inputs()) {
            Optional<Value> header = Optional.ofNullable(input.facts().get(HEADER));
            Optional<Value> columns = Optional.ofNullable(input.facts().get(COLUMNS));
            if (header.isPresent() && columns.isPresent()) {
                confirm(check, header.get().toString(), columns.get().toString());
            }
        }
    }

    private void confirm(Check check, String header, String columns) {
        Optional<ConfirmedColumns> known = mappings.of(check.configurationId(), header);
        if (known.filter(each -> each.columns().equals(columns)).isEmpty()) {
            mappings.confirm(new ConfirmedColumns(
                    ids.get(),
                    check.configurationId(),
                    header,
                    columns,
                    new ConfirmedColumns.Confirmed(check.occasion().performedBy(), clock.instant())));
        }
    }

    /** Analyses; what a table of no known kind holds is taken from what was confirmed for its header. */
    AnalysisResult analyse(
            Catalogue.Entry protocol,
            Configuration configuration,
            Inputs inputs,
            Parameters parameters,
            Progress progress) {
        try {
            return protocol.module().analyse(inputs, parameters, progress);
        } catch (MissingParameterException question) {
            ConfirmedColumns known = question.table()
                    .flatMap(TableQuestion::signature)
                    .flatMap(header -> mappings.of(configuration.id(), header))
                    .orElseThrow(() -> question);
            Parameter columns = protocol.definition().parse(question.parameter(), known.columns(), Origin.REGISTRY);
            return protocol.module().analyse(inputs, parameters.with(columns), progress);
        }
    }
}
