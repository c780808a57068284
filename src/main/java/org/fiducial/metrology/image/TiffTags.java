package org.fiducial.metrology.image;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.Rational;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the tags of one image directory as numbers and text. */
final class TiffTags {

    private final Directory directory;

    TiffTags(Directory directory) {
        this.directory = directory;
    }

    private Optional<Object> value(int tag) {
        return Optional.ofNullable(directory.getEntryById(tag)).map(Entry::getValue);
    }

    boolean has(int tag) {
        return directory.getEntryById(tag) != null;
    }

    /** The first number under the tag. */
    long number(int tag, long otherwise) throws UnsoundTiffException {
        Optional<Object> value = value(tag);
        if (value.isEmpty()) {
            return otherwise;
        }
        long[] all = numbers(tag);
        return all.length == 0 ? otherwise : all[0];
    }

    long required(int tag, String name) throws UnsoundTiffException {
        if (!has(tag)) {
            throw new UnsoundTiffException("no tag " + name);
        }
        return number(tag, 0);
    }

    /** All numbers under the tag; none if the tag is missing. */
    long[] numbers(int tag) throws UnsoundTiffException {
        Object value = value(tag).orElse(new long[0]);
        if (value instanceof Number number) {
            return new long[] {number.longValue()};
        }
        if (value instanceof long[] longs) {
            return longs;
        }
        if (value instanceof int[] ints) {
            long[] result = new long[ints.length];
            for (int i = 0; i < ints.length; i++) {
                result[i] = ints[i];
            }
            return result;
        }
        throw new UnsoundTiffException("no numbers under tag " + tag);
    }

    /** A positive rational; empty when missing, zero or no number. */
    OptionalDouble positiveRational(int tag) {
        return value(tag)
                .filter(Rational.class::isInstance)
                .map(value -> ((Rational) value).doubleValue())
                .filter(number -> number > 0 && Double.isFinite(number))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    Optional<String> text(int tag) {
        return value(tag)
                .map(value -> value instanceof String[] parts && parts.length > 0 ? parts[0] : value)
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }
}
