package org.fiducial.metrology.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/** Writes small TIFF files of every kind a test needs: both orders, classic and big, strips and tiles, compressed. */
@SuppressWarnings("ByteBufferBackingArray") // every buffer here is allocated on the heap and used from its start
final class SmallTiff {

    static final int PACKBITS = 32_773;
    static final int LZW = 5;
    static final int DEFLATE = 8;
    static final int OLD_DEFLATE = 32_946;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Tag(int id, int type, int count, byte[] value) {}

    final int width;
    final int height;
    final PixelType type;
    final double[][] planes;
    ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    boolean big;
    int compression = 1;
    int predictor = 1;
    int tile;
    int rowsPerStrip;
    int photometric = 1;
    int samplesPerPixel = 1;
    int resolutionUnit = 1;
    long[] resolution = {1, 1};
    String description = "";
    byte[] descriptionBytes = {};
    boolean singleDirectory;

    SmallTiff(int width, int height, PixelType type, double[]... planes) {
        this.width = width;
        this.height = height;
        this.type = type;
        this.planes = planes;
        this.rowsPerStrip = height;
    }

    /** Planes whose pixel is {@code 100 * plane + 7 * y + x}: every pixel of a small stack is different. */
    static SmallTiff ramp(int width, int height, int count, PixelType type) {
        double[][] planes = new double[count][width * height];
        for (int p = 0; p < count; p++) {
            for (int i = 0; i < planes[p].length; i++) {
                planes[p][i] = rampValue(p, i % width, i / width);
            }
        }
        return new SmallTiff(width, height, type, planes);
    }

    static double rampValue(int plane, int x, int y) {
        return 31 * plane + 7 * y + x;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer header = buffer(big ? 16 : 8);
        header.put(order == ByteOrder.LITTLE_ENDIAN ? new byte[] {'I', 'I'} : new byte[] {'M', 'M'});
        header.putShort((short) (big ? 43 : 42));
        if (big) {
            header.putShort((short) 8).putShort((short) 0);
        }
        int directoryAt = header.position();
        int patchAt = directoryAt;
        out.writeBytes(header.array());
        List<long[]> patches = new ArrayList<>();
        List<long[]> blocks = new ArrayList<>();
        for (double[] plane : planes) {
            blocks.add(writeBlocks(out, plane));
        }
        int directories = singleDirectory ? 1 : planes.length;
        for (int i = 0; i < directories; i++) {
            patches.add(new long[] {patchAt, out.size()});
            patchAt = writeDirectory(out, blocks.get(i), i);
        }
        byte[] bytes = out.toByteArray();
        ByteBuffer whole = ByteBuffer.wrap(bytes).order(order);
        for (long[] patch : patches) {
            if (big) {
                whole.putLong((int) patch[0], patch[1]);
            } else {
                whole.putInt((int) patch[0], (int) patch[1]);
            }
        }
        return bytes;
    }

    private ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(order);
    }

    /** Returns offset and length of each block, alternating. */
    private long[] writeBlocks(ByteArrayOutputStream out, double[] plane) {
        int blockWidth = tile > 0 ? tile : width;
        int blockHeight = tile > 0 ? tile : rowsPerStrip;
        int across = (width + blockWidth - 1) / blockWidth;
        int down = (height + blockHeight - 1) / blockHeight;
        long[] result = new long[2 * across * down];
        for (int b = 0; b < across * down; b++) {
            int top = b / across * blockHeight;
            int rows = tile > 0 ? blockHeight : Math.min(blockHeight, height - top);
            byte[] raw = block(plane, b % across * blockWidth, top, blockWidth, rows);
            byte[] stored = compress(raw, blockWidth * type.bytes());
            result[2 * b] = out.size();
            result[2 * b + 1] = stored.length;
            out.writeBytes(stored);
        }
        return result;
    }

    private byte[] block(double[] plane, int left, int top, int blockWidth, int rows) {
        if (predictor == 3) {
            return floatingPointBlock(plane, left, top, blockWidth, rows);
        }
        ByteBuffer out = buffer(blockWidth * rows * type.bytes());
        for (int y = top; y < top + rows; y++) {
            long before = 0;
            for (int x = left; x < left + blockWidth; x++) {
                double value = x < width && y < height ? plane[y * width + x] : 0;
                long bits = bits(value);
                put(out, predictor == 2 ? bits - before : bits);
                before = bits;
            }
        }
        return out.array();
    }

    /** Predictor 3: of each row first all highest bytes, then the next; then differences of neighbouring bytes. */
    private byte[] floatingPointBlock(double[] plane, int left, int top, int blockWidth, int rows) {
        byte[] out = new byte[blockWidth * rows * 4];
        for (int row = 0; row < rows; row++) {
            int start = row * blockWidth * 4;
            for (int x = 0; x < blockWidth; x++) {
                boolean inside = left + x < width && top + row < height;
                int bits = Float.floatToIntBits(inside ? (float) plane[(top + row) * width + left + x] : 0);
                for (int b = 0; b < 4; b++) {
                    out[start + b * blockWidth + x] = (byte) (bits >> (24 - 8 * b));
                }
            }
            for (int i = start + 4 * blockWidth - 1; i > start; i--) {
                out[i] -= out[i - 1];
            }
        }
        return out;
    }

    private long bits(double value) {
        return switch (type) {
            case FLOAT32 -> Float.floatToRawIntBits((float) value);
            case FLOAT64 -> Double.doubleToRawLongBits(value);
            default -> (long) value;
        };
    }

    private void put(ByteBuffer out, long bits) {
        switch (type.bytes()) {
            case 1 -> out.put((byte) bits);
            case 2 -> out.putShort((short) bits);
            case 4 -> out.putInt((int) bits);
            default -> out.putLong(bits);
        }
    }

    private byte[] compress(byte[] raw, int rowBytes) {
        return switch (compression) {
            case PACKBITS -> packBits(raw, rowBytes);
            case LZW -> SmallLzw.encode(raw);
            case DEFLATE, OLD_DEFLATE -> deflate(raw);
            default -> raw;
        };
    }

    private static byte[] deflate(byte[] raw) {
        Deflater deflater = new Deflater();
        deflater.setInput(raw);
        deflater.finish();
        byte[] out = new byte[raw.length + 64];
        int length = deflater.deflate(out);
        deflater.end();
        return java.util.Arrays.copyOf(out, length);
    }

    private static byte[] packBits(byte[] raw, int rowBytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int row = 0; row < raw.length; row += rowBytes) {
            for (int at = row; at < row + rowBytes; at += 128) {
                int count = Math.min(128, row + rowBytes - at);
                out.write(count - 1);
                out.write(raw, at, count);
            }
        }
        return out.toByteArray();
    }

    /** Writes a directory and returns where its pointer to the next one lies. */
    private int writeDirectory(ByteArrayOutputStream out, long[] blocks, int plane) {
        List<Tag> tags = tags(blocks, plane);
        int inline = big ? 8 : 4;
        int entryBytes = big ? 20 : 12;
        int size = (big ? 8 : 2) + tags.size() * entryBytes + inline;
        int start = out.size();
        ByteBuffer directory = buffer(size);
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        if (big) {
            directory.putLong(tags.size());
        } else {
            directory.putShort((short) tags.size());
        }
        for (Tag tag : tags) {
            directory.putShort((short) tag.id).putShort((short) tag.type);
            long at = (long) start + size + values.size();
            if (big) {
                directory.putLong(tag.count);
            } else {
                directory.putInt(tag.count);
            }
            if (tag.value.length <= inline) {
                directory.put(java.util.Arrays.copyOf(tag.value, inline));
            } else {
                values.writeBytes(tag.value);
                if (big) {
                    directory.putLong(at);
                } else {
                    directory.putInt((int) at);
                }
            }
        }
        out.writeBytes(directory.array());
        out.writeBytes(values.toByteArray());
        return start + size - inline;
    }

    private List<Tag> tags(long[] blocks, int plane) {
        List<Tag> tags = new ArrayList<>();
        tags.add(shorts(256, width));
        tags.add(shorts(257, height));
        tags.add(shorts(258, 8 * type.bytes()));
        tags.add(shorts(259, compression));
        tags.add(shorts(262, photometric));
        byte[] text = descriptionBytes.length > 0 ? descriptionBytes : description.getBytes(StandardCharsets.UTF_8);
        if (plane == 0 && text.length > 0) {
            tags.add(new Tag(270, 2, text.length + 1, java.util.Arrays.copyOf(text, text.length + 1)));
        }
        if (tile == 0) {
            tags.add(longs(273, blocks, 0));
        }
        tags.add(shorts(277, samplesPerPixel));
        if (tile == 0) {
            tags.add(shorts(278, rowsPerStrip));
            tags.add(longs(279, blocks, 1));
        }
        tags.add(rational(282));
        tags.add(rational(283));
        tags.add(shorts(296, resolutionUnit));
        if (predictor != 1) {
            tags.add(shorts(317, predictor));
        }
        if (tile > 0) {
            tags.add(shorts(322, tile));
            tags.add(shorts(323, tile));
            tags.add(longs(324, blocks, 0));
            tags.add(longs(325, blocks, 1));
        }
        tags.add(shorts(339, sampleFormat()));
        return tags;
    }

    private int sampleFormat() {
        return switch (type) {
            case FLOAT32, FLOAT64 -> 3;
            case INT16, INT32 -> 2;
            case UINT8, UINT16, UINT32 -> 1;
        };
    }

    private Tag shorts(int id, int value) {
        return new Tag(id, 3, 1, buffer(2).putShort((short) value).array());
    }

    private Tag rational(int id) {
        ByteBuffer value = buffer(8).putInt((int) resolution[0]).putInt((int) resolution[1]);
        return new Tag(id, 5, 1, value.array());
    }

    private Tag longs(int id, long[] blocks, int offset) {
        ByteBuffer value = buffer(blocks.length / 2 * (big ? 8 : 4));
        for (int i = offset; i < blocks.length; i += 2) {
            if (big) {
                value.putLong(blocks[i]);
            } else {
                value.putInt((int) blocks[i]);
            }
        }
        return new Tag(id, big ? 16 : 4, blocks.length / 2, value.array());
    }
}
