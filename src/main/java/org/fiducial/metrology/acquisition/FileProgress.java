package org.fiducial.metrology.acquisition;

import org.fiducial.metrology.bead.BeadWatch;
import org.fiducial.metrology.protocol.Progress;

/** Tells one progress of the work on all channels of all files. */
public final class FileProgress {

    /** Steps of one channel of one file; its planes are the first half of them. */
    private static final long STEPS = 1000;

    private final Progress progress;
    private final int file;
    private final int files;

    public FileProgress(Progress progress, int file, int files) {
        this.progress = progress;
        this.file = file;
        this.files = files;
    }

    /** The watch over one channel. */
    public BeadWatch of(int done, int channels) {
        long before = ((long) file * channels + done) * STEPS;
        long all = (long) files * channels * STEPS;
        return new BeadWatch() {
            @Override
            public void progress(Stage stage, int at, int of) {
                long half = of == 0 ? 0 : STEPS / 2 * at / of;
                boolean reading = stage == Stage.READING_PLANES;
                progress.report(
                        before + (reading ? half : STEPS / 2 + half),
                        all,
                        reading ? "reading planes" : "measuring beads");
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }
}
