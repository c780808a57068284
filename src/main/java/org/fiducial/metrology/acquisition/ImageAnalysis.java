package org.fiducial.metrology.acquisition;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.fiducial.metrology.image.UnreadableImageException;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.UnusableInputException;

/** The way into an analysis of images, the same for every module: what readers refuse becomes what users read. */
public final class ImageAnalysis {

    private ImageAnalysis() {}

    /**
     * Runs an analysis.
     *
     * @throws UnusableInputException with the sentence of the reader, where an image cannot be read
     * @throws org.fiducial.metrology.protocol.AnalysisCancelledException where work broke off because the progress said so
     */
    public static AnalysisResult run(Progress progress, Supplier<AnalysisResult> analysis) {
        try {
            return analysis.get();
        } catch (UnreadableImageException e) {
            throw new UnusableInputException(String.valueOf(e.getMessage()), e);
        } catch (CancellationException e) {
            progress.throwIfCancelled();
            throw e;
        }
    }
}
