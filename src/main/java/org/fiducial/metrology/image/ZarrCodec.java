package org.fiducial.metrology.image;

import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Undoes one step of compression; the codecs are those of the Zarr registry that OME-Zarr writers use. */
enum ZarrCodec {
    ZLIB {
        @Override
        byte[] decode(byte[] stored, int limit) throws IOException {
            return drain(new InflaterInputStream(new ByteArrayInputStream(stored)), limit);
        }
    },
    GZIP {
        @Override
        byte[] decode(byte[] stored, int limit) throws IOException {
            return drain(new GZIPInputStream(new ByteArrayInputStream(stored)), limit);
        }
    },
    ZSTD {
        @Override
        byte[] decode(byte[] stored, int limit) {
            byte[] decoded = new byte[limit];
            int length = new ZstdDecompressor().decompress(stored, 0, stored.length, decoded, 0, limit);
            return length == limit ? decoded : Arrays.copyOf(decoded, length);
        }
    },
    /** One block of LZ4 after its decoded length. */
    LZ4 {
        @Override
        byte[] decode(byte[] stored, int limit) throws IOException {
            int length = stored.length < 4
                    ? -1
                    : ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).getInt();
            if (length < 0 || length > limit) {
                throw new UnsoundZarrException("a chunk that claims " + length + " bytes");
            }
            byte[] decoded = new byte[length];
            new Lz4Decompressor().decompress(stored, 4, stored.length - 4, decoded, 0, length);
            return decoded;
        }
    },
    BLOSC {
        @Override
        byte[] decode(byte[] stored, int limit) throws IOException {
            return new BloscFrame(stored, limit).decode();
        }
    },
    /** A checksum of four bytes after the data. */
    CRC32C {
        @Override
        byte[] decode(byte[] stored, int limit) throws IOException {
            int length = stored.length - 4;
            if (length < 0) {
                throw new UnsoundZarrException("a chunk without its checksum");
            }
            CRC32C checksum = new CRC32C();
            checksum.update(stored, 0, length);
            int wanted = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).getInt(length);
            if ((int) checksum.getValue() != wanted) {
                throw new UnsoundZarrException("a chunk with a wrong checksum");
            }
            return Arrays.copyOf(stored, length);
        }
    };

    static ZarrCodec named(String name) throws UnsoundZarrException {
        return switch (name) {
            case "zlib" -> ZLIB;
            case "gzip" -> GZIP;
            case "zstd" -> ZSTD;
            case "lz4" -> LZ4;
            case "blosc" -> BLOSC;
            case "crc32c" -> CRC32C;
            case "sharding_indexed" -> throw new UnsoundZarrException("shards (the codec sharding_indexed)");
            default -> throw new UnsoundZarrException("the codec " + name);
        };
    }

    /**
     * Decodes a chunk.
     *
     * @param limit the most bytes that the chunk may hold
     */
    abstract byte[] decode(byte[] stored, int limit) throws IOException;

    private static byte[] drain(InputStream in, int limit) throws IOException {
        try (in) {
            return in.readNBytes(limit);
        }
    }
}
