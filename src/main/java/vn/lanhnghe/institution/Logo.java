package vn.lanhnghe.institution;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import vn.lanhnghe.file.Scan;
import vn.lanhnghe.shared.Refusal;

/** A college's emblem: drawn anew, so that nothing of the file that was handed in goes out but its colours. */
final class Logo {

    private static final int SIDE = 256;
    private static final int LEAST = 64;
    private static final int MOST = 4000;
    private static final int MOST_BYTES = 2_000_000;

    private Logo() {}

    /** A PNG of {@value #SIDE} pixels at most. */
    static byte[] draw(Scan scan) {
        if (scan.kind() == Scan.Kind.PDF) {
            throw new Refusal("Tệp “%s” là PDF. Gửi biểu trưng bằng ảnh PNG hoặc JPEG.".formatted(scan.name()));
        }
        if (scan.bytes().length > MOST_BYTES) {
            throw new Refusal(
                    "Ảnh “%s” lớn hơn 2 MB. Thu nhỏ ảnh, rộng khoảng 512 điểm ảnh là đủ.".formatted(scan.name()));
        }
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(scan.bytes()))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw broken(scan);
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                var width = reader.getWidth(0);
                var height = reader.getHeight(0);
                if (Math.min(width, height) < LEAST || Math.max(width, height) > MOST) {
                    throw new Refusal(
                            "Ảnh “%s” rộng %d, cao %d điểm ảnh. Biểu trưng cần mỗi cạnh từ %d đến %d điểm ảnh."
                                    .formatted(scan.name(), width, height, LEAST, MOST));
                }
                return shrink(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw broken(scan);
        }
    }

    private static byte[] shrink(BufferedImage picture) throws IOException {
        var scale = Math.min(1.0, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        var small = new BufferedImage(
                Math.max(1, (int) Math.round(picture.getWidth() * scale)),
                Math.max(1, (int) Math.round(picture.getHeight() * scale)),
                BufferedImage.TYPE_INT_ARGB);
        var pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, 0, 0, small.getWidth(), small.getHeight(), null);
        pen.dispose();
        var png = new ByteArrayOutputStream();
        ImageIO.write(small, "png", png);
        return png.toByteArray();
    }

    private static Refusal broken(Scan scan) {
        return new Refusal("Ảnh “%s” không mở được. Mở ảnh bằng phần mềm xem ảnh, lưu lại thành PNG rồi gửi."
                .formatted(scan.name()));
    }
}
