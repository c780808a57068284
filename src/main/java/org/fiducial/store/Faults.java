package org.fiducial.store;

import java.util.ArrayList;
import java.util.List;

/** What is wrong, one sentence each. More of them than anybody reads are not kept: a whole record may be lost. */
final class Faults {

    /** Sentences that are kept. */
    static final int MOST = 10_000;

    private final List<String> sentences = new ArrayList<>();
    private boolean more;

    void add(String sentence) {
        if (isFull()) {
            more = true;
        } else {
            sentences.add(sentence);
        }
    }

    boolean isFull() {
        return sentences.size() == MOST;
    }

    /** The sentences; where there were more the last one says so. */
    List<String> list() {
        List<String> all = new ArrayList<>(sentences);
        if (more) {
            all.add("More is wrong than these " + MOST + " sentences say; the others are not listed.");
        }
        return List.copyOf(all);
    }
}
