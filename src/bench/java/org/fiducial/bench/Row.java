package org.fiducial.bench;

import java.util.List;

/** One line of the table: a claim, how it is measured and what came out. */
interface Row {

    /** The name to select it by. */
    String id();

    /** What is measured. */
    String subject();

    /** What it must reach. */
    String requirement();

    /** Measures. */
    Outcome measure();

    /**
     * What came out.
     *
     * @param figure the measured figure in words
     * @param verdict met or not
     * @param details one line each: conditions, parts, reasons
     */
    record Outcome(String figure, Verdict verdict, List<String> details) {

        public Outcome {
            details = List.copyOf(details);
        }

        static Outcome judged(boolean met, String figure, List<String> details) {
            return new Outcome(figure, met ? Verdict.MET : Verdict.MISSED, details);
        }

        static Outcome notMeasured(String reason) {
            return new Outcome(reason, Verdict.NOT_MEASURED, List.of());
        }
    }

    /** Whether the claim holds. */
    enum Verdict {
        MET("met"),
        MISSED("MISSED"),
        NOT_MEASURED("not measured");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
