package org.fiducial.facility.check;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.judgement.Judgement;
import org.fiducial.facility.judgement.LimitSet;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.UnusableInputException;

/** Makes a check: runs the module, judges its result, and stores both. */
public final class CheckRecorder {

    private final Checks checks;
    private final Executor hashing;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public CheckRecorder(Checks checks, Executor hashing, Clock clock, Supplier<UUID> ids) {
        this.checks = checks;
        this.hashing = hashing;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What a person asks to be recorded.
     *
     * @param configuration the light path
     * @param files the files of one acquisition
     * @param given parameters the person gave
     * @param reason why the check was done
     * @param measuredAt when the data were acquired, where the person says it
     * @param signature by whom, with a note
     */
    public record Request(
            Configuration configuration,
            List<Path> files,
            List<Parameter> given,
            CheckReason reason,
            Optional<Instant> measuredAt,
            Signature signature) {

        public Request {
            files = List.copyOf(files);
            given = List.copyOf(given);
        }
    }

    /** By whom, in which zone, with a note; texts may be empty. */
    public record Signature(String performedBy, String note, ZoneId zone) {}

    /**
     * Analyses, judges and stores; nothing is stored unless everything went well.
     *
     * @throws UnusableInputException if the inputs cannot be analysed, changed meanwhile, or are said to be of the future
     */
    public Check record(Catalogue.Entry protocol, Request request, Progress progress) {
        request.measuredAt().ifPresent(this::refuseFuture);
        Parameters parameters = parameters(protocol.definition(), request);
        AnalysisResult result = protocol.module().analyse(Inputs.of(request.files(), hashing), parameters, progress);
        Judgement judgement = LimitSet.defaultsOf(protocol.definition()).judge(result);
        Instant enteredAt = clock.instant();
        CheckTimes times = new CheckTimes(
                request.measuredAt().orElse(enteredAt),
                enteredAt,
                Optional.empty(),
                request.signature().zone());
        Check check = new Check(
                ids.get(),
                request.configuration().id(),
                new Check.Occasion(
                        request.reason(),
                        times,
                        request.signature().performedBy(),
                        request.signature().note()),
                result,
                judgement);
        checks.append(check, request.files());
        return check;
    }

    private void refuseFuture(Instant measuredAt) {
        if (measuredAt.isAfter(clock.instant())) {
            throw new UnusableInputException("The data are said to be measured at " + measuredAt
                    + ", which lies in the future; give the time of the acquisition, or check this computer's clock.");
        }
    }

    private static Parameters parameters(ProtocolDefinition definition, Request request) {
        List<Parameter> registry = request.configuration().registry().entrySet().stream()
                .filter(entry -> definition.parameter(bareName(entry.getKey())).isPresent())
                .map(entry -> definition.parse(entry.getKey(), entry.getValue(), Origin.REGISTRY))
                .toList();
        return definition.defaults().with(registry).with(request.given());
    }

    private static String bareName(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
