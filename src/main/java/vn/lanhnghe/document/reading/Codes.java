package vn.lanhnghe.document.reading;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds QR codes in a picture: as it is, smaller, with its shadows taken out, sharpened, turned; the cheapest way first, and no
 * further once one has found any.
 */
final class Codes {

    private static final Map<DecodeHintType, Object> HINTS =
            Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE));

    private static final List<Function<LuminanceSource, Binarizer>> BINARIZERS =
            List.of(HybridBinarizer::new, GlobalHistogramBinarizer::new);

    /** The smallest code has so many modules a side. */
    private static final int SMALLEST = 21;

    /** As many pixels as the first look takes. */
    private static final int GLANCE = 2_000_000;

    /** Between paper and ink in the worst light. */
    private static final int CONTRAST = 24;

    /** Into how many parts a side is cut: among many letters the reader takes a wrong corner for one of the code's. */
    private static final int[] PARTS = {1, 2, 4};

    private static final double[] TURNS = {22, 45, 68};

    private final Deadline deadline;
    private final Set<String> found = new LinkedHashSet<>();

    Codes(Deadline deadline) {
        this.deadline = deadline;
    }

    /** The texts of all codes found so far, in all pictures. */
    List<String> texts() {
        return List.copyOf(found);
    }

    /** Whether any were found in a photo or a scan. */
    boolean look(BufferedImage photo) {
        var whole = Grey.of(photo);
        var glance = whole.shrunk(GLANCE);
        return look(whole, glance)
                || look(glance.evened())
                || look(glance.doubled(), 4)
                || look(glance.evened().sharpened())
                || look(glance.inverted())
                || turned(glance);
    }

    /** Whether any were found on a page that was drawn, where no light falls and nothing is bent. */
    boolean glance(BufferedImage page) {
        var whole = Grey.of(page);
        return look(whole, whole.shrunk(GLANCE));
    }

    private boolean look(Grey whole, Grey glance) {
        return look(glance) || look(glance.shrunk(GLANCE / 4)) || glance != whole && (look(whole) || look(whole, 8));
    }

    private boolean turned(Grey picture) {
        for (var degrees : TURNS) {
            if (look(picture.turned(Math.toRadians(degrees)))) {
                return true;
            }
        }
        return false;
    }

    private boolean look(Grey picture) {
        for (var parts : PARTS) {
            if (look(picture, parts)) {
                return true;
            }
        }
        return false;
    }

    /** In windows of that part of the longer side, each half over the next. */
    private boolean look(Grey picture, int parts) {
        var side = Math.max(picture.width(), picture.height()) / parts;
        if (side < SMALLEST) {
            return false;
        }
        var step = parts == 1 ? side : side / 2;
        var any = false;
        for (var y = 0; y == 0 || y + step < picture.height(); y += step) {
            for (var x = 0; x == 0 || x + step < picture.width(); x += step) {
                any |= look(picture, x, y, Math.min(side, picture.width() - x), Math.min(side, picture.height() - y));
            }
        }
        return any;
    }

    private boolean look(Grey picture, int left, int top, int width, int height) {
        deadline.check();
        if (Math.min(width, height) < SMALLEST || picture.contrast(left, top, width, height) < CONTRAST) {
            return false;
        }
        var source = new PlanarYUVLuminanceSource(
                picture.values(), picture.width(), picture.height(), left, top, width, height, false);
        var any = false;
        for (var binarizer : BINARIZERS) {
            for (var result : read(new BinaryBitmap(binarizer.apply(source)))) {
                any = true;
                found.add(result.getText());
            }
        }
        return any;
    }

    private static List<Result> read(BinaryBitmap picture) {
        try {
            return List.of(new QRCodeMultiReader().decodeMultiple(picture, HINTS));
        } catch (ReaderException e) {
            return List.of();
        }
    }
}
