package org.fiducial.bench;

import org.fiducial.metrology.image.ImageMetadata;
import org.fiducial.metrology.image.ImageStack;
import org.fiducial.metrology.image.PixelPlane;
import org.fiducial.metrology.image.PixelType;
import org.fiducial.metrology.image.StackShape;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.SimulatedStack;

/** A simulated stack under the interface of a file's stack, so that it goes the way of users' files. */
final class MemoryStack implements ImageStack {

    private final SimulatedStack stack;

    MemoryStack(SimulatedStack stack) {
        this.stack = stack;
    }

    static VoxelSize voxelSize(Grid grid) {
        return new VoxelSize(grid.pixelXUm(), grid.pixelYUm(), grid.stepZUm());
    }

    static StackShape shape(Grid grid) {
        return new StackShape(grid.sizeX(), grid.sizeY(), grid.sizeZ(), 1, 1);
    }

    @Override
    public StackShape shape() {
        return shape(stack.scene().grid());
    }

    @Override
    public PixelType pixelType() {
        return stack.scene().detector().bits() <= 8 ? PixelType.UINT8 : PixelType.UINT16;
    }

    @Override
    public ImageMetadata metadata() {
        return ImageMetadata.spacedBy(voxelSize(stack.scene().grid()));
    }

    @Override
    public void readPlane(int channel, int z, int time, PixelPlane target) {
        target.fill(stack.plane(z));
    }

    @Override
    public void close() {
        // nothing is open
    }
}
