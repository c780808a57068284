package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The codes of each reading of a series [n]. */
final class ReadingFlags {

    private final int size;
    private final BitSet any = new BitSet();
    private final BitSet rejected = new BitSet();
    private final Map<ReadingCode, BitSet> byCode = new EnumMap<>(ReadingCode.class);

    ReadingFlags(int size) {
        this.size = size;
    }

    void raise(int index, ReadingCode code) {
        byCode.computeIfAbsent(code, each -> new BitSet()).set(index);
        any.set(index);
        if (code.rejects()) {
            rejected.set(index);
        }
    }

    boolean any(int index) {
        return any.get(index);
    }

    boolean rejected(int index) {
        return rejected.get(index);
    }

    /** The first reading from a place on that carries a code; −1 where none does. */
    int next(int from) {
        return any.nextSetBit(from);
    }

    /** The codes of a reading; none of almost all. */
    List<ReadingCode> of(int index) {
        List<ReadingCode> codes = new ArrayList<>();
        byCode.forEach((code, readings) -> {
            if (readings.get(index)) {
                codes.add(code);
            }
        });
        return codes;
    }

    int count(ReadingCode code) {
        return byCode.getOrDefault(code, new BitSet()).cardinality();
    }

    /** How many readings carry a code. */
    int count() {
        return any.cardinality();
    }

    int size() {
        return size;
    }
}
