package org.fiducial.metrology.field;

import java.util.BitSet;
import org.fiducial.metrology.image.ImageFacts;
import org.fiducial.metrology.image.ImageFactsCollector;
import org.fiducial.metrology.image.ImageStack;
import org.fiducial.metrology.image.PixelPlane;
import org.fiducial.metrology.image.StackShape;

/**
 * The mean of all frames of one channel of a file, and which pixels were saturated or no number in any of them.
 *
 * @param width pixels a row
 * @param counts [height * width] in detector counts as stored
 * @param excluded pixels that tell nothing
 * @param facts of all frames together
 * @param frames how many were averaged
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and as large as an image
record FrameMean(int width, float[] counts, BitSet excluded, ImageFacts facts, int frames) {

    static FrameMean of(ImageStack stack, int channel) {
        StackShape shape = stack.shape();
        ImageFactsCollector collector = new ImageFactsCollector(stack.pixelType());
        PixelPlane plane = new PixelPlane(stack.pixelType(), shape.planeSize());
        float[] frame = new float[shape.planeSize()];
        float[] highest = new float[shape.planeSize()];
        double[] sum = new double[shape.planeSize()];
        BitSet excluded = new BitSet();
        int frames = 0;
        for (int time = 0; time < shape.times(); time++) {
            for (int z = 0; z < shape.depth(); z++) {
                stack.readPlane(channel, z, time, plane);
                collector.accept(plane);
                plane.copy(0, frame.length, frame, 0);
                for (int i = 0; i < frame.length; i++) {
                    if (!(Math.abs(frame[i]) <= Float.MAX_VALUE)) {
                        excluded.set(i);
                        continue;
                    }
                    sum[i] += frame[i];
                    highest[i] = frames == 0 ? frame[i] : Math.max(highest[i], frame[i]);
                }
                frames++;
            }
        }
        ImageFacts facts = collector.facts();
        float[] mean = new float[frame.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = excluded.get(i) ? 0 : (float) (sum[i] / frames);
            if (highest[i] >= facts.saturation().level()) {
                excluded.set(i);
            }
        }
        return new FrameMean(shape.width(), mean, excluded, facts, frames);
    }
}
