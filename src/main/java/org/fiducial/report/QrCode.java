package org.fiducial.report;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * A QR code (ISO/IEC 18004) of an address, for labels: level M, of which about 15 % may be dirty, and the quiet zone of four
 * modules the norm asks for.
 */
public final class QrCode {

    private static final int QUIET_MODULES = 4;
    private static final int WHITE = 0xFFFFFF;

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    /**
     * The code of an address.
     *
     * @throws IllegalArgumentException if it does not fit into one
     */
    public static QrCode of(String address) {
        try {
            return new QrCode(Encoder.encode(address, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException(
                    "an address fits into a QR code, but " + address.length() + " letters do not", e);
        }
    }

    /** Modules on a side, the quiet zone included. */
    public int size() {
        return modules.getWidth() + 2 * QUIET_MODULES;
    }

    /** The code as a drawing, one unit a module. */
    public String svg() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    path.append(String.format(Locale.ROOT, "M%d %dh1v1h-1z", x + QUIET_MODULES, y + QUIET_MODULES));
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size() + " " + size()
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + size() + "v" + size() + "H0z\"/>"
                + "<path fill=\"#000\" d=\"" + path + "\"/></svg>";
    }

    /**
     * The code as a picture.
     *
     * @param modulePx pixels a module on a side
     */
    public byte[] png(int modulePx) {
        int size = size() * modulePx;
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                image.setRGB(x, y, isDark(x / modulePx - QUIET_MODULES, y / modulePx - QUIET_MODULES) ? 0 : WHITE);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private boolean isDark(int x, int y) {
        return x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight() && modules.get(x, y) == 1;
    }
}
