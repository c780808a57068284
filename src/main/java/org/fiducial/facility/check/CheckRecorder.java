package org.fiducial.facility.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.judgement.Judgement;
import org.fiducial.facility.judgement.LimitSet;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.facility.judgement.Limits;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.facility.kit.Kit;
import org.fiducial.facility.kit.Meter;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.UnusableInputException;

/** Makes a check: runs the module, judges its result, and stores both, at once or after a person has looked at it. */
public final class CheckRecorder {

    private final Checks checks;
    private final Kit kit;
    private final Limits limits;
    private final KnownTables tables;
    private final Executor hashing;
    private final Clock clock;
    private final Supplier<UUID> ids;

    /** A recorder that keeps no mapping of columns. */
    public CheckRecorder(Checks checks, Kit kit, Executor hashing, Clock clock, Supplier<UUID> ids) {
        this(new Books(checks, kit, ColumnMappings.none()), hashing, clock, ids);
    }

    /** A recorder that asks what the columns of a kind of table hold only once. */
    public CheckRecorder(Books books, Executor hashing, Clock clock, Supplier<UUID> ids) {
        this.checks = books.checks();
        this.kit = books.kit();
        this.limits = books.limits();
        this.tables = new KnownTables(books.mappings(), clock, ids);
        this.hashing = hashing;
        this.clock = clock;
        this.ids = ids;
    }

    /** What is read and written: checks, the things measured with, how tables are read, and what values are judged by. */
    public record Books(Checks checks, Kit kit, ColumnMappings mappings, Limits limits) {

        /** Books of a facility that judges by what protocols propose. */
        public Books(Checks checks, Kit kit, ColumnMappings mappings) {
            this(checks, kit, mappings, Limits.none());
        }
    }

    /**
     * What a person asks to be recorded.
     *
     * @param configuration the light path
     * @param evidence what was measured, with what
     * @param reason why the check was done
     * @param measuredAt when the data were acquired, where the person says it
     * @param signature by whom, with a note
     */
    public record Request(
            Configuration configuration,
            Evidence evidence,
            CheckReason reason,
            Optional<Instant> measuredAt,
            Signature signature) {}

    /**
     * What was measured, with what.
     *
     * @param files the files of one acquisition
     * @param given parameters the person gave
     * @param tools the things of the kit it was measured with
     */
    public record Evidence(List<Path> files, List<Parameter> given, Tools tools) {

        public Evidence {
            files = List.copyOf(files);
            given = List.copyOf(given);
        }

        /** Files and parameters of an acquisition with nothing of the kit. */
        public static Evidence of(List<Path> files, List<Parameter> given) {
            return new Evidence(files, given, new Tools(Optional.empty(), Optional.empty()));
        }
    }

    /** The power meter and the slide or other artefact a check was measured with, where there was one. */
    public record Tools(Optional<Meter> meter, Optional<Artefact> artefact) {

        /** Whether what they say depends on the day of the measurement, as a certificate and an expiry do. */
        public boolean areDated() {
            return meter.isPresent() || artefact.isPresent();
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
        Check check = analyse(protocol, request, progress);
        keep(check, request);
        return check;
    }

    /**
     * Stores a check that was analysed, all or nothing.
     *
     * @param request what it was analysed from
     * @throws UnusableInputException if its files changed meanwhile
     */
    public void keep(Check check, Request request) {
        List<Path> named = request.evidence().files();
        List<InputFile> inputs = check.result().provenance().inputs();
        List<Path> all = new ArrayList<>(named);
        inputs.stream().skip(named.size()).forEach(input -> all.add(beside(named, input)));
        checks.append(check, all);
        tables.remember(check);
    }

    /** A file the module read although nobody named it. */
    private static Path beside(List<Path> named, InputFile input) {
        return named.stream()
                .filter(file -> Optional.ofNullable(input.facts().get(InputFile.BESIDE))
                        .filter(name -> name.toString().equals(String.valueOf(file.getFileName())))
                        .isPresent())
                .map(file -> file.resolveSibling(input.name()))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new UnusableInputException("File '" + input.name() + "', which was read beside the"
                        + " named ones, is no longer there, so nothing was stored; put it back and record again."));
    }

    /**
     * Analyses and judges, for a person to look at; nothing is stored.
     *
     * @throws UnusableInputException if the inputs cannot be analysed or are said to be of the future
     */
    public Check analyse(Catalogue.Entry protocol, Request request, Progress progress) {
        request.measuredAt().ifPresent(this::refuseFuture);
        Instant enteredAt = clock.instant();
        Instant measuredAt = request.measuredAt().orElse(enteredAt);
        LocalDate day = LocalDate.ofInstant(measuredAt, request.signature().zone());
        Parameters parameters = parameters(protocol.definition(), request, day);
        Inputs inputs =
                inputs(protocol.definition(), request.evidence().files()).measuredOn(day);
        AnalysisResult analysed = tables.analyse(protocol, request.configuration(), inputs, parameters, progress);
        AnalysisResult result = new LastValues(checks, request.configuration())
                .remarked(ArtefactUse.of(request.evidence()).remarked(analysed, day), protocol.definition());
        Judgement judgement =
                limitsOn(day, protocol.definition(), request.configuration()).judge(result);
        CheckTimes times = new CheckTimes(
                measuredAt, enteredAt, Optional.empty(), request.signature().zone());
        return new Check(
                ids.get(),
                request.configuration().id(),
                new Check.Occasion(
                        request.reason(),
                        times,
                        request.signature().performedBy(),
                        request.signature().note()),
                result,
                judgement);
    }

    /** What is entered by hand needs no file. */
    private Inputs inputs(ProtocolDefinition protocol, List<Path> files) {
        return protocol.form().isPresent() && files.isEmpty() ? Inputs.none() : Inputs.of(files, hashing);
    }

    /** The limits in force on the day of the measurement. */
    private LimitSet limitsOn(LocalDate day, ProtocolDefinition protocol, Configuration configuration) {
        return LimitSet.of(
                protocol,
                LimitVersion.inForce(
                        limits.versions(configuration.id(), protocol.reference().id()), day));
    }

    private void refuseFuture(Instant measuredAt) {
        if (measuredAt.isAfter(clock.instant())) {
            throw new UnusableInputException("The data are said to be measured at " + measuredAt
                    + ", which lies in the future; give the time of the acquisition, or check this computer's clock.");
        }
    }

    private Parameters parameters(ProtocolDefinition definition, Request request, LocalDate day) {
        List<Parameter> registry = request.configuration().registry().entrySet().stream()
                .filter(entry -> definition.form().isEmpty())
                .filter(entry -> definition.parameter(bareName(entry.getKey())).isPresent())
                .map(entry -> definition.parse(entry.getKey(), entry.getValue(), Origin.REGISTRY))
                .toList();
        Evidence evidence = request.evidence();
        List<Parameter> ofMeter = evidence.tools()
                .meter()
                .map(meter -> meterParameters(definition, meter, day))
                .orElse(List.of());
        List<Parameter> ofArtefact = ArtefactUse.of(evidence).parameters(definition);
        return definition
                .defaults()
                .with(registry)
                .with(ofMeter)
                .with(ofArtefact)
                .with(evidence.given());
    }

    /** The meter's name, and the certificate that speaks for it on the day of the measurement. */
    private List<Parameter> meterParameters(ProtocolDefinition definition, Meter meter, LocalDate day) {
        if (definition.parameter("meter").isEmpty()) {
            throw new UnusableInputException("Protocol " + definition.reference()
                    + " measures without a power meter, but '" + meter.slug() + "' was named; leave it away.");
        }
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(definition.parse("meter", meter.slug(), Origin.REGISTRY));
        kit.speakingFor(meter.id(), day)
                .map(certificate -> definition.parse(
                        "meter-calibration", certificate.calibration().toLine(), Origin.REGISTRY))
                .ifPresent(parameters::add);
        return parameters;
    }

    private static String bareName(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
