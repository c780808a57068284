package org.fiducial.metrology.protocol;

/**
 * The name of a parameter, for one channel or for all.
 *
 * @param name as declared in protocol.yaml, for instance {@code emission}
 * @param channel counted from 1 in file order; 0 for all channels
 */
public record ParameterName(String name, int channel) implements Comparable<ParameterName> {

    /** The channel number that stands for all channels. */
    public static final int ALL_CHANNELS = 0;

    public ParameterName {
        if (name.isBlank() || channel < 0) {
            throw new IllegalArgumentException(
                    "a parameter has a name and a channel from 1, was " + name + "." + channel);
        }
    }

    /** The parameter for all channels. */
    public static ParameterName of(String name) {
        return new ParameterName(name, ALL_CHANNELS);
    }

    /** {@code emission} or {@code emission.2}. */
    @Override
    public String toString() {
        return channel == ALL_CHANNELS ? name : name + "." + channel;
    }

    @Override
    public int compareTo(ParameterName other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : Integer.compare(channel, other.channel);
    }
}
