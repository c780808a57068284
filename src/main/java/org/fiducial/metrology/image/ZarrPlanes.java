package org.fiducial.metrology.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The planes of a Zarr array. Decoded chunks are kept while they may serve the next plane, as far as memory allows. */
final class ZarrPlanes implements PlaneSource {

    private static final long LEAST_CACHE_BYTES = 96L << 20;
    private static final int CACHE_SHARE_OF_MEMORY = 4;

    /** Most bytes that a stored chunk may take beyond the decoded ones. */
    private static final int OVERHEAD = 1 << 16;

    private final Path folder;
    private final ZarrArray array;
    private final ZarrAxes axes;
    private final SampleDecoder decoder;
    private final ChunkCache cache =
            new ChunkCache(Math.max(LEAST_CACHE_BYTES, Runtime.getRuntime().maxMemory() / CACHE_SHARE_OF_MEMORY));

    ZarrPlanes(Path folder, ZarrArray array, ZarrAxes axes) {
        this.folder = folder;
        this.array = array;
        this.axes = axes;
        this.decoder = new SampleDecoder(array.samples().type());
    }

    @Override
    public void read(int page, PixelPlane target) throws IOException {
        long[] index = axes.position(page, array.shape());
        int height = array.shape().get(axes.y());
        int width = array.shape().get(axes.x());
        int chunkHeight = array.chunks().get(axes.y());
        int chunkWidth = array.chunks().get(axes.x());
        for (int y = 0; y < height; y += chunkHeight) {
            for (int x = 0; x < width; x += chunkWidth) {
                index[axes.y()] = y;
                index[axes.x()] = x;
                copy(
                        chunk(index),
                        index,
                        new Window(x, y, Math.min(chunkWidth, width - x), Math.min(chunkHeight, height - y)),
                        target);
            }
        }
    }

    /** The part of the plane that a chunk covers. */
    private record Window(int x, int y, int width, int height) {}

    private void copy(Optional<byte[]> chunk, long[] index, Window window, PixelPlane target) throws IOException {
        int stride = array.shape().get(axes.x());
        if (chunk.isEmpty()) {
            for (int row = 0; row < window.height; row++) {
                int at = (window.y + row) * stride + window.x;
                target.fill(at, at + window.width, array.samples().fill());
            }
            return;
        }
        int[] strides = strides();
        int origin = 0;
        for (int axis = 0; axis < index.length; axis++) {
            origin += (int) (index[axis] % array.chunks().get(axis)) * strides[axis];
        }
        ByteBuffer source = ByteBuffer.wrap(chunk.get()).order(array.samples().order());
        int bytes = array.samples().type().bytes();
        for (int row = 0; row < window.height; row++) {
            int from = origin + row * strides[axes.y()];
            int at = (window.y + row) * stride + window.x;
            if (strides[axes.x()] == 1) {
                decoder.decode(source.position(from * bytes), window.width, target, at);
            } else {
                for (int column = 0; column < window.width; column++) {
                    source.position((from + column * strides[axes.x()]) * bytes);
                    decoder.decode(source, 1, target, at + column);
                }
            }
        }
    }

    private int[] strides() {
        int axesCount = array.chunks().size();
        int[] strides = new int[axesCount];
        int stride = 1;
        for (int i = 0; i < axesCount; i++) {
            int axis = array.columnMajor() ? i : axesCount - 1 - i;
            strides[axis] = stride;
            stride *= array.chunks().get(axis);
        }
        return strides;
    }

    private Optional<byte[]> chunk(long[] index) throws IOException {
        long[] number = new long[index.length];
        for (int axis = 0; axis < index.length; axis++) {
            number[axis] = index[axis] / array.chunks().get(axis);
        }
        String key = array.keys().of(number);
        number[axes.x()] = 0;
        number[axes.y()] = 0;
        return cache.get(key, Arrays.toString(number), () -> load(folder.resolve(key)));
    }

    private Optional<byte[]> load(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        int wanted = array.chunkSamples() * array.samples().type().bytes();
        if (Files.size(file) > (long) wanted + wanted / 8 + OVERHEAD) {
            throw new UnsoundZarrException("a chunk file of " + Files.size(file) + " bytes for " + wanted);
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            for (ZarrCodec codec : array.codecs()) {
                bytes = codec.decode(bytes, wanted + OVERHEAD);
            }
        } catch (RuntimeException e) { // the decoders meet damaged data with whatever exception comes first
            throw new IOException("a chunk that cannot be decoded", e);
        }
        if (bytes.length < wanted) {
            throw new UnsoundZarrException("a chunk of " + bytes.length + " instead of " + wanted + " bytes");
        }
        return Optional.of(bytes);
    }

    @Override
    public void close() {
        cache.clear();
    }
}
