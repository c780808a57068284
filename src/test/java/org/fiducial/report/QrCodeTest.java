package org.fiducial.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final String ADDRESS = "https://qc.example.org/report/abcdefghijklmnopqrstuvwx";

    /** A reader of the same library, which many telephones use, reads what was written. */
    @Test
    void aReaderFindsTheAddressInThePictureEvenWhenPartOfItIsDirty() throws Exception {
        BufferedImage image = read(QrCode.of(ADDRESS).png(8));
        assertThat(decode(image)).isEqualTo(ADDRESS);

        // A blot of 5 x 5 modules is 2 % of the code and lies below the 15 % level M mends.
        int middle = image.getWidth() / 2 + 40;
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 40; x++) {
                image.setRGB(middle + x, middle + y, 0);
            }
        }
        assertThat(decode(image)).isEqualTo(ADDRESS);
    }

    @Test
    void theDrawingHasTheQuietZoneAndAsManyModulesAsThePicture() throws IOException {
        QrCode code = QrCode.of(ADDRESS);

        assertThat(code.svg()).startsWith("<svg").contains("viewBox=\"0 0 " + code.size() + " " + code.size());
        assertThat(read(code.png(3)).getWidth()).isEqualTo(3 * code.size());
        assertThat(code.svg()).doesNotContain("M3 ").contains("M4 4h1");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> QrCode.of("x".repeat(5000))).isInstanceOf(IllegalArgumentException.class);
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static String decode(BufferedImage image) throws Exception {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
                .getText();
    }
}
