package org.fiducial.metrology.image;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The description of one Zarr array, version 2 or 3.
 *
 * @param shape extent along each axis, slowest first
 * @param chunks extent of a chunk along each axis
 * @param samples how a sample is stored
 * @param codecs from the stored bytes to the samples, in the order in which they are undone
 * @param keys how the file of a chunk is named
 * @param columnMajor true if the first axis runs fastest inside a chunk
 */
record ZarrArray(
        List<Integer> shape,
        List<Integer> chunks,
        Samples samples,
        List<ZarrCodec> codecs,
        Keys keys,
        boolean columnMajor) {

    private static final long MAX_CHUNK_BYTES = 1L << 28;

    private static final Map<String, PixelType> TYPES_2 = Map.of(
            "u1", PixelType.UINT8,
            "u2", PixelType.UINT16,
            "u4", PixelType.UINT32,
            "i2", PixelType.INT16,
            "i4", PixelType.INT32,
            "f4", PixelType.FLOAT32,
            "f8", PixelType.FLOAT64);

    private static final Map<String, PixelType> TYPES_3 = Map.of(
            "uint8", PixelType.UINT8,
            "uint16", PixelType.UINT16,
            "uint32", PixelType.UINT32,
            "int16", PixelType.INT16,
            "int32", PixelType.INT32,
            "float32", PixelType.FLOAT32,
            "float64", PixelType.FLOAT64);

    ZarrArray {
        shape = List.copyOf(shape);
        chunks = List.copyOf(chunks);
        codecs = List.copyOf(codecs);
    }

    /** Sample type, byte order, and the value of voxels whose chunk was not written. */
    record Samples(PixelType type, ByteOrder order, float fill) {}

    /** Prefix and separator of the names of chunks. */
    record Keys(String prefix, String separator) {

        /** Names are made of checked numbers only, so that no description can lead out of the folder. */
        String of(long[] index) {
            StringBuilder key = new StringBuilder(prefix);
            for (int i = 0; i < index.length; i++) {
                key.append(i == 0 ? "" : separator).append(index[i]);
            }
            return key.toString();
        }
    }

    int chunkSamples() {
        return chunks.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
    }

    static ZarrArray version2(JsonNode json) throws UnsoundZarrException {
        String dtype = json.path("dtype").asText();
        PixelType type = dtype.length() == 3 ? TYPES_2.get(dtype.substring(1)) : null;
        if (type == null) {
            throw new UnsoundZarrException("samples of type " + dtype);
        }
        if (json.path("filters").size() > 0) {
            throw new UnsoundZarrException(
                    "the filter " + json.path("filters").path(0).path("id").asText());
        }
        String separator = json.path("dimension_separator").asText(".");
        if (!separator.equals(".") && !separator.equals("/")) {
            throw new UnsoundZarrException("the separator " + separator);
        }
        JsonNode compressor = json.path("compressor");
        List<ZarrCodec> codecs = compressor.isObject()
                ? List.of(ZarrCodec.named(compressor.path("id").asText()))
                : List.of();
        ByteOrder order = dtype.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return checked(new ZarrArray(
                extents(json.path("shape"), "shape"),
                extents(json.path("chunks"), "chunks"),
                new Samples(type, order, fill(json.path("fill_value"))),
                codecs,
                new Keys("", separator),
                json.path("order").asText("C").equals("F")));
    }

    static ZarrArray version3(JsonNode json) throws UnsoundZarrException {
        PixelType type = TYPES_3.get(json.path("data_type").asText());
        if (type == null) {
            throw new UnsoundZarrException(
                    "samples of type " + json.path("data_type").asText());
        }
        if (!json.path("chunk_grid").path("name").asText().equals("regular")) {
            throw new UnsoundZarrException("chunks that are not of one size");
        }
        ByteOrder order = ByteOrder.LITTLE_ENDIAN;
        List<ZarrCodec> codecs = new ArrayList<>();
        for (JsonNode codec : json.path("codecs")) {
            String name = codec.path("name").asText();
            if (name.equals("bytes")) {
                boolean big =
                        codec.path("configuration").path("endian").asText().equals("big");
                order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            } else {
                codecs.add(0, ZarrCodec.named(name));
            }
        }
        JsonNode encoding = json.path("chunk_key_encoding");
        boolean asVersion2 = encoding.path("name").asText("default").equals("v2");
        String separator = encoding.path("configuration").path("separator").asText(asVersion2 ? "." : "/");
        if (!separator.equals(".") && !separator.equals("/")) {
            throw new UnsoundZarrException("the separator " + separator);
        }
        return checked(new ZarrArray(
                extents(json.path("shape"), "shape"),
                extents(json.path("chunk_grid").path("configuration").path("chunk_shape"), "chunks"),
                new Samples(type, order, fill(json.path("fill_value"))),
                codecs,
                new Keys(asVersion2 ? "" : "c" + separator, separator),
                false));
    }

    private static ZarrArray checked(ZarrArray array) throws UnsoundZarrException {
        if (array.shape.size() != array.chunks.size() || array.shape.size() < 2 || array.shape.size() > 5) {
            throw new UnsoundZarrException(
                    "an array of " + array.shape.size() + " and chunks of " + array.chunks.size() + " dimensions");
        }
        long bytes = array.samples.type.bytes();
        for (int chunk : array.chunks) {
            bytes *= chunk;
            if (bytes > MAX_CHUNK_BYTES) {
                throw new UnsoundZarrException("chunks of more than " + (MAX_CHUNK_BYTES >> 20) + " MB");
            }
        }
        return array;
    }

    private static List<Integer> extents(JsonNode list, String what) throws UnsoundZarrException {
        List<Integer> extents = StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.asInt(0))
                .toList();
        if (extents.isEmpty() || extents.stream().anyMatch(each -> each < 1)) {
            throw new UnsoundZarrException("an array whose " + what + " is " + list);
        }
        return extents;
    }

    private static float fill(JsonNode value) {
        return value.isNumber() ? (float) value.asDouble() : value.asText().equals("NaN") ? Float.NaN : 0;
    }
}
