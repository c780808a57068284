package org.fiducial.metrology.acquisition;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fiducial.metrology.image.ImageFacts;
import org.fiducial.metrology.image.StackShape;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.quantity.Unit;

/**
 * The channels of a file, counted from 1 as people count them.
 *
 * @param count how many the file has
 * @param file its name
 */
public record FileChannels(int count, String file) {

    /** The channels of a stack. */
    public static FileChannels of(StackShape shape, String file) {
        return new FileChannels(shape.channels(), file);
    }

    /** All of them. */
    public List<Integer> all() {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    /**
     * The channel a parameter names.
     *
     * @throws UnusableInputException if the file has no such channel
     */
    public Optional<Integer> named(Parameters parameters, String name) {
        Optional<Integer> wanted = parameters.number(name, Unit.ONE).map(number -> (int) Math.round(number));
        if (wanted.isPresent() && wanted.get() > count) {
            throw new UnusableInputException(
                    "File '" + file + "' has " + words() + ", but --set " + name + "=" + wanted.get() + " was given.");
        }
        return wanted;
    }

    /**
     * A value for a channel the file lacks is a slip that would silently go unused; a registry may know more channels.
     *
     * @throws UnusableInputException naming the value
     */
    public void refuseGivenForNone(Parameters parameters) {
        for (Parameter parameter : parameters.all()) {
            int channel = parameter.name().channel();
            if (parameter.origin() == Origin.GIVEN && channel > count) {
                throw new UnusableInputException("File '" + file + "' has " + words() + ", but --set "
                        + parameter.name() + " names channel " + channel + "; channels count from 1.");
            }
        }
    }

    /**
     * A channel without a single number can hold nothing.
     *
     * @throws UnusableInputException if that is so
     */
    public void refuseEmpty(ImageFacts voxels) {
        if (voxels.empty()) {
            throw new UnusableInputException(
                    "File '" + file + "' holds no number: every voxel is NaN or infinite; export the stack again.");
        }
    }

    private String words() {
        return count + (count == 1 ? " channel" : " channels");
    }
}
