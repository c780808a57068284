package org.fiducial.metrology.protocol;

/** The code that turns a protocol's inputs into an analysis result. Pure: no clock, no database, no page. */
public interface ProtocolModule {

    /**
     * Analyses one acquisition. The same inputs and parameters give the same result, byte for byte, on the same Java
     * and processor family.
     *
     * @param inputs the files of one acquisition; several files are repeats and are pooled
     * @param parameters what is known besides the files, each with its origin; the module adds what the files say
     * @param progress told how far the work is and asked whether to stop
     * @throws UnusableInputException if the inputs cannot be analysed; the message is the sentence the user reads
     * @throws AnalysisCancelledException if the progress said so
     */
    AnalysisResult analyse(Inputs inputs, Parameters parameters, Progress progress);
}
