package org.fiducial.metrology.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Uncompressed planes, read straight from their place in the file. */
final class RawPlanes implements PlaneSource {

    private static final int CHUNK_BYTES = 1 << 20;

    private final PositionalInput input;
    private final List<TiffPage> pages;
    private final SampleDecoder decoder;
    private final ByteBuffer chunk;
    private final boolean contiguous;

    /**
     * Creates the source.
     *
     * @param input the file; closed with this source
     * @param order byte order of the samples
     * @param pages the planes, all of one kind
     * @param contiguous true if the one page given is the first of planes that follow each other without a gap
     */
    RawPlanes(PositionalInput input, ByteOrder order, List<TiffPage> pages, boolean contiguous) {
        this.input = input;
        this.pages = List.copyOf(pages);
        this.contiguous = contiguous;
        this.decoder = new SampleDecoder(pages.get(0).type());
        this.chunk = ByteBuffer.allocateDirect((int) Math.min(CHUNK_BYTES, bufferBytes(pages.get(0))))
                .order(order);
    }

    private static long bufferBytes(TiffPage page) {
        return page.blocks().tiled()
                ? (long) page.blocks().width() * page.type().bytes()
                : page.planeBytes();
    }

    @Override
    public void read(int page, PixelPlane target) throws IOException {
        TiffPage plane = contiguous ? pages.get(0) : pages.get(page);
        long shift = contiguous ? page * plane.planeBytes() : 0;
        if (plane.blocks().tiled()) {
            readTiles(plane, target);
        } else {
            readStrips(plane, shift, target);
        }
    }

    private void readStrips(TiffPage plane, long shift, PixelPlane target) throws IOException {
        TiffPage.Blocks strips = plane.blocks();
        long stripBytes = (long) strips.height() * plane.width() * plane.type().bytes();
        int row = 0;
        int strip = 0;
        while (row < plane.height()) {
            int firstRow = row;
            long offset = strips.offsets()[strip];
            row = Math.min(row + strips.height(), plane.height());
            strip++;
            while (row < plane.height()
                    && strips.offsets()[strip] == offset + (row - firstRow) / strips.height() * stripBytes) {
                row = Math.min(row + strips.height(), plane.height());
                strip++;
            }
            readRun(offset + shift, (row - firstRow) * plane.width(), target, firstRow * plane.width());
        }
    }

    private void readRun(long offset, int samples, PixelPlane target, int at) throws IOException {
        int sampleBytes = pages.get(0).type().bytes();
        int samplesPerChunk = chunk.capacity() / sampleBytes;
        for (int done = 0; done < samples; done += samplesPerChunk) {
            int count = Math.min(samplesPerChunk, samples - done);
            chunk.clear().limit(count * sampleBytes);
            input.readFully(offset + (long) done * sampleBytes, chunk);
            decoder.decode(chunk.flip(), count, target, at + done);
        }
    }

    private void readTiles(TiffPage plane, PixelPlane target) throws IOException {
        TiffPage.Blocks tiles = plane.blocks();
        int across = plane.blocksAcross();
        long rowBytes = (long) tiles.width() * plane.type().bytes();
        for (int y = 0; y < plane.height(); y++) {
            for (int column = 0; column < across; column++) {
                int x = column * tiles.width();
                int count = Math.min(tiles.width(), plane.width() - x);
                long offset = tiles.offsets()[y / tiles.height() * across + column] + y % tiles.height() * rowBytes;
                readRun(offset, count, target, y * plane.width() + x);
            }
        }
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
