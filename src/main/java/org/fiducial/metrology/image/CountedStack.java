package org.fiducial.metrology.image;

import java.util.BitSet;

/** A stack that counts the pixels of one channel, each plane when it is read for the first time. */
public final class CountedStack implements ImageStack {

    private final ImageStack stack;
    private final int channel;
    private final ImageFactsCollector collector;
    private final BitSet counted = new BitSet();

    /**
     * Counts what is read of a stack from now on.
     *
     * @param stack closed with this one
     * @param channel index from 0
     */
    public CountedStack(ImageStack stack, int channel) {
        this.stack = stack;
        this.channel = channel;
        this.collector = new ImageFactsCollector(stack.pixelType());
    }

    /**
     * The facts of the planes read so far.
     *
     * @throws IllegalStateException if none was read
     */
    public ImageFacts facts() {
        return collector.facts();
    }

    @Override
    public StackShape shape() {
        return stack.shape();
    }

    @Override
    public PixelType pixelType() {
        return stack.pixelType();
    }

    @Override
    public ImageMetadata metadata() {
        return stack.metadata();
    }

    @Override
    public void readPlane(int wanted, int z, int time, PixelPlane target) {
        int place = time * shape().depth() + z;
        stack.readPlane(wanted, z, time, target);
        if (wanted == channel && !counted.get(place)) {
            collector.accept(target);
            counted.set(place);
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
