package org.fiducial.metrology.protocol;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;

/**
 * A protocol version as {@code protocols/<id>/<version>/protocol.yaml} declares it.
 *
 * @param reference id and version
 * @param description what it is for and where it comes from
 * @param parameters what the analysis can be told
 * @param metrics what it measures, headline first
 * @param limits the limits it proposes
 * @param intervalDays proposed days between two checks
 * @param readings what may be typed instead of sending a file
 * @param guidance how long it takes, after which work it is asked for, and what its findings mean
 * @param form what is asked of a person, where there is no acquisition to analyse
 */
public record ProtocolDefinition(
        ProtocolReference reference,
        Description description,
        List<ParameterDefinition> parameters,
        List<MetricDefinition> metrics,
        List<DefaultLimit> limits,
        int intervalDays,
        Optional<ReadingTable> readings,
        Guidance guidance,
        Optional<EntryForm> form) {

    /** Whether a facility retired it: no new check is made with it, and what was checked stays. */
    public boolean isRetired() {
        return form.filter(EntryForm::retired).isPresent();
    }

    /** A protocol whose data come from files only. */
    public ProtocolDefinition(
            ProtocolReference reference,
            Description description,
            List<ParameterDefinition> parameters,
            List<MetricDefinition> metrics,
            List<DefaultLimit> limits,
            int intervalDays) {
        this(
                reference,
                description,
                parameters,
                metrics,
                limits,
                intervalDays,
                Optional.empty(),
                Guidance.none(),
                Optional.empty());
    }

    public ProtocolDefinition {
        parameters = List.copyOf(parameters);
        metrics = List.copyOf(metrics);
        limits = List.copyOf(limits);
    }

    /**
     * What a protocol is for.
     *
     * @param title a few words
     * @param summary a sentence or two
     * @param moduleVersion version of the module the numbers come from
     * @param sources publications and norms it rests on
     * @param items what its items are, for instance {@code bead}: a kind that has its words, see {@link ItemKind}
     */
    public record Description(String title, String summary, String moduleVersion, List<String> sources, String items) {
        public Description {
            sources = List.copyOf(sources);
        }
    }

    /** The declaration of a parameter. */
    public Optional<ParameterDefinition> parameter(String name) {
        return parameters.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The declaration of a metric. */
    public Optional<MetricDefinition> metric(String key) {
        return metrics.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /** The declared defaults as parameters. */
    public Parameters defaults() {
        Collection<Parameter> all = parameters.stream()
                .filter(each -> each.presence().fallback().isPresent())
                .map(each -> new Parameter(
                        ParameterName.of(each.name()),
                        each.parse(each.presence().fallback().orElseThrow()),
                        Origin.DEFAULT))
                .toList();
        return Parameters.none().with(all);
    }

    /**
     * Reads a parameter typed as {@code name} or {@code name.channel}.
     *
     * @throws UnusableInputException if this protocol has no such parameter, or the value is none of its values
     */
    public Parameter parse(String name, String value, Origin origin) {
        int dot = name.lastIndexOf('.');
        String bare = dot < 0 ? name : name.substring(0, dot);
        ParameterDefinition definition = parameter(bare)
                .orElseThrow(() -> new UnusableInputException("Protocol " + reference + " has no parameter '" + name
                        + "'; " + Spelling.advice(bare, parameterNames()) + "."));
        return new Parameter(new ParameterName(bare, channel(name, dot, definition)), definition.parse(value), origin);
    }

    private static int channel(String name, int dot, ParameterDefinition definition) {
        if (dot < 0) {
            return ParameterName.ALL_CHANNELS;
        }
        String suffix = name.substring(dot + 1);
        if (!suffix.matches("[1-9]\\d{0,2}") || !definition.presence().perChannel()) {
            throw new UnusableInputException("Parameter '" + name + "' names no channel that can be set; "
                    + (definition.presence().perChannel()
                            ? "channels count from 1, for instance '" + definition.name() + ".2'."
                            : "'" + definition.name() + "' holds for all channels."));
        }
        return Integer.parseInt(suffix);
    }

    private List<String> parameterNames() {
        return parameters.stream().map(ParameterDefinition::name).toList();
    }
}
