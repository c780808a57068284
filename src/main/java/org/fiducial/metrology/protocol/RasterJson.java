package org.fiducial.metrology.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A raster as JSON: Base64 of the deflated bytes of its 32-bit floats, little-endian, row by row. The four bytes of each
 * float stand in four planes one after the other, which lets neighbouring exponents compress. Without pixel sizes they are not
 * known.
 */
final class RasterJson {

    private static final long LARGEST_PIXELS = 1 << 26;

    private RasterJson() {}

    static ObjectNode node(Raster raster) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("width", raster.width()).put("height", raster.height());
        if (raster.scaled()) {
            node.set("pixel_width_um", Digits.EXACT.node(raster.pixelWidthUm()));
            node.set("pixel_height_um", Digits.EXACT.node(raster.pixelHeightUm()));
        }
        node.put("float32", Base64.getEncoder().encodeToString(deflated(raster.values())));
        return node;
    }

    static Raster read(JsonFields json) {
        int width = json.count("width");
        int height = json.count("height");
        if ((long) width * height > LARGEST_PIXELS) {
            throw JsonFields.broken("raster.width", "that of a small image");
        }
        float[] values = inflated(json.text("float32"), width * height);
        return json.has("pixel_width_um")
                ? Raster.of(width, height, values, json.number("pixel_width_um"), json.number("pixel_height_um"))
                : Raster.unscaled(width, height, values);
    }

    private static byte[] deflated(float[] values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(planes(values));
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written", e);
        }
        return out.toByteArray();
    }

    private static byte[] planes(float[] values) {
        ByteBuffer plain = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        plain.asFloatBuffer().put(values);
        byte[] planes = new byte[4 * values.length];
        for (int i = 0; i < values.length; i++) {
            for (int plane = 0; plane < 4; plane++) {
                planes[plane * values.length + i] = plain.get(4 * i + plane);
            }
        }
        return planes;
    }

    private static float[] inflated(String base64, int count) {
        byte[] planes;
        try (InflaterInputStream in = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(base64)))) {
            planes = in.readNBytes(4 * count);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusableInputException("A stored image is damaged and cannot be unpacked.", e);
        }
        if (planes.length != 4 * count) {
            throw JsonFields.broken("raster.float32", count + " values");
        }
        ByteBuffer plain = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            for (int plane = 0; plane < 4; plane++) {
                plain.put(4 * i + plane, planes[plane * count + i]);
            }
        }
        float[] values = new float[count];
        plain.asFloatBuffer().get(values);
        return values;
    }
}
