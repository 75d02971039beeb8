package vn.lanhnghe.credential.handing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;
import vn.lanhnghe.file.Scan;
import vn.lanhnghe.shared.Refusal;

/** A signature drawn on the screen: a small PNG with a line on it. */
final class SignaturePicture {

    private static final String BEGINS = "data:image/png;base64,";
    private static final int MOST_BYTES = 150 * 1024;
    private static final int WIDEST = 1600;
    private static final int HIGHEST = 800;
    private static final int LEAST_POINTS = 40;

    private SignaturePicture() {}

    /** The picture's bytes; empty when nothing was drawn. */
    static Optional<byte[]> read(String uri) {
        if (uri.isBlank()) {
            return Optional.empty();
        }
        if (!uri.startsWith(BEGINS) || uri.length() > MOST_BYTES * 4 / 3 + BEGINS.length() + 4) {
            throw broken();
        }
        try {
            var bytes = Base64.getDecoder().decode(uri.substring(BEGINS.length()));
            // width and height stand in the first chunk: nothing is decoded before they are known to be small
            if (Scan.kind(bytes).orElse(null) != Scan.Kind.PNG
                    || bytes.length < 33
                    || number(bytes, 16) > WIDEST
                    || number(bytes, 20) > HIGHEST
                    || number(bytes, 16) < 1
                    || number(bytes, 20) < 1) {
                throw broken();
            }
            var picture = ImageIO.read(new ByteArrayInputStream(bytes));
            if (picture == null) {
                throw broken();
            }
            if (points(picture) < LEAST_POINTS) {
                throw new Refusal("Ô chữ ký còn trống hoặc chỉ có một chấm. Hãy ký lại, hoặc gõ họ tên người nhận.");
            }
            return Optional.of(bytes);
        } catch (IllegalArgumentException | IOException e) {
            throw broken();
        }
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | bytes[at + 3] & 0xff;
    }

    /** How many points are drawn dark on nothing or on white. */
    private static int points(BufferedImage picture) {
        var points = 0;
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                var colour = picture.getRGB(x, y);
                var dark = (colour >> 16 & 0xff) + (colour >> 8 & 0xff) + (colour & 0xff) < 3 * 128;
                if (dark && (colour >>> 24) > 128) {
                    points++;
                }
            }
        }
        return points;
    }

    private static Refusal broken() {
        return new Refusal(
                "Ảnh chữ ký không đọc được. Hãy xoá ô chữ ký và ký lại, hoặc gõ họ tên người nhận thay chữ ký.");
    }
}
