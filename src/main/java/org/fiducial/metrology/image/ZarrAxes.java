package org.fiducial.metrology.image;

import java.util.List;

/**
 * Where the axes of an image stand among those of its array; -1 for an axis that the array lacks.
 *
 * @param names one letter an axis of the array, in its order, each one of t, c, z, y, x
 */
record ZarrAxes(String names) {

    ZarrAxes {
        boolean known = names.chars().allMatch(letter -> "tczyx".indexOf(letter) >= 0)
                && names.chars().distinct().count() == names.length()
                && names.indexOf('y') >= 0
                && names.indexOf('x') >= 0;
        if (!known) {
            throw new IllegalArgumentException("axes must be different letters of t, c, z, y, x, were " + names);
        }
    }

    int x() {
        return names.indexOf('x');
    }

    int y() {
        return names.indexOf('y');
    }

    int extent(char axis, List<Integer> shape) {
        int at = names.indexOf(axis);
        return at < 0 ? 1 : shape.get(at);
    }

    StackShape stack(List<Integer> shape) {
        return new StackShape(
                extent('x', shape), extent('y', shape), extent('z', shape), extent('c', shape), extent('t', shape));
    }

    /** The position in the array of the first pixel of a plane, counted with channel fastest, then z, then time. */
    long[] position(int page, List<Integer> shape) {
        int channels = extent('c', shape);
        int depth = extent('z', shape);
        long[] index = new long[shape.size()];
        set(index, 'c', page % channels);
        set(index, 'z', page / channels % depth);
        set(index, 't', page / channels / depth);
        return index;
    }

    private void set(long[] index, char axis, int value) {
        int at = names.indexOf(axis);
        if (at >= 0) {
            index[at] = value;
        }
    }
}
