package org.fiducial.metrology.protocol;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** The parameters of one analysis, each with its origin. Immutable. */
public final class Parameters {

    private static final Parameters EMPTY = new Parameters(new TreeMap<>());

    private final SortedMap<ParameterName, Parameter> byName;

    private Parameters(SortedMap<ParameterName, Parameter> byName) {
        this.byName = Collections.unmodifiableSortedMap(byName);
    }

    /** No parameters. */
    public static Parameters none() {
        return EMPTY;
    }

    /** These parameters and one more; where one of that name exists, the origin of higher rank stays. */
    public Parameters with(Parameter parameter) {
        Parameter present = byName.get(parameter.name());
        if (present != null && !parameter.origin().outranks(present.origin())) {
            return this;
        }
        SortedMap<ParameterName, Parameter> more = new TreeMap<>(byName);
        more.put(parameter.name(), parameter);
        return new Parameters(more);
    }

    /** These parameters and more, by the rule of {@link #with(Parameter)}. */
    public Parameters with(Collection<Parameter> more) {
        Parameters all = this;
        for (Parameter parameter : more) {
            all = all.with(parameter);
        }
        return all;
    }

    /**
     * The parameter for a channel: of the value for that channel and the value for all channels, the one whose origin
     * ranks higher; at equal rank the channel's own.
     *
     * @param channel counted from 1
     */
    public Optional<Parameter> of(String name, int channel) {
        Optional<Parameter> own = Optional.ofNullable(byName.get(new ParameterName(name, channel)));
        Optional<Parameter> common = of(name);
        if (own.isPresent() && common.isPresent()) {
            return common.get().origin().outranks(own.get().origin()) ? common : own;
        }
        return own.or(() -> common);
    }

    /** The parameter for all channels. */
    public Optional<Parameter> of(String name) {
        return Optional.ofNullable(byName.get(ParameterName.of(name)));
    }

    /** The number of a parameter for a channel in the wanted unit. */
    public Optional<Double> number(String name, int channel, Unit unit) {
        return of(name, channel).flatMap(Parameters::quantity).map(quantity -> quantity.valueIn(unit));
    }

    /** The number of a parameter for all channels in the wanted unit. */
    public Optional<Double> number(String name, Unit unit) {
        return of(name).flatMap(Parameters::quantity).map(quantity -> quantity.valueIn(unit));
    }

    /** The word of a parameter for a channel. */
    public Optional<String> text(String name, int channel) {
        return of(name, channel).map(parameter -> parameter.value().toString());
    }

    /** All parameters, ordered by name. */
    public List<Parameter> all() {
        return List.copyOf(byName.values());
    }

    private static Optional<Quantity> quantity(Parameter parameter) {
        return parameter.value() instanceof Value.Numeric numeric ? Optional.of(numeric.quantity()) : Optional.empty();
    }
}
