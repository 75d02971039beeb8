package vn.lanhnghe.document.reading;

import java.awt.Color;
import java.awt.Paint;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.rendering.RenderDestination;

/**
 * Draws of a page what a QR code can be made of: filled paths and pictures. Letters, shadings, patterns, masks and nested groups are
 * left out, because a page that uses them against us costs more than all else.
 */
final class CodePage extends PDFRenderer {

    private static final double MOST_PIXELS = 9_000_000;
    private static final int POINTS_AN_INCH = 72;
    private static final int MOST_PICTURES = 12;

    private static final Set<String> LEFT_OUT = Set.of(
            OperatorName.SHOW_TEXT,
            OperatorName.SHOW_TEXT_ADJUSTED,
            OperatorName.SHOW_TEXT_LINE,
            OperatorName.SHOW_TEXT_LINE_AND_SPACE,
            OperatorName.SHADING_FILL);

    private final Deadline deadline;
    private final Set<PDImageXObject> pictures = new LinkedHashSet<>();
    private long steps;

    CodePage(PDDocument document, Deadline deadline) {
        super(document);
        this.deadline = deadline;
        setSubsamplingAllowed(true);
    }

    /** The page at that resolution, or what a very large page can have. */
    BufferedImage drawn(int page, int dpi) throws IOException {
        var box = document.getPage(page).getCropBox();
        var inches = Math.max(1e-6, (double) box.getWidth() * box.getHeight() / POINTS_AN_INCH / POINTS_AN_INCH);
        var scale = Math.min(dpi, Math.sqrt(MOST_PIXELS / inches)) / POINTS_AN_INCH;
        return renderImage(page, (float) scale, ImageType.GRAY, RenderDestination.EXPORT);
    }

    /** The pictures that were met on the pages drawn so far. */
    Set<PDImageXObject> pictures() {
        return pictures;
    }

    /** A picture's own pixels, thinned out where it has very many. */
    static BufferedImage pixels(PDImageXObject picture) throws IOException {
        check(picture);
        return picture.getImage(null, Pictures.step((long) picture.getWidth() * picture.getHeight()));
    }

    private static void check(PDImage picture) throws IOException {
        Limit.PIXELS.check((long) picture.getWidth() * picture.getHeight());
        if (picture instanceof PDImageXObject object) {
            for (var mask : new COSName[] {COSName.MASK, COSName.SMASK}) {
                var stream = object.getCOSObject().getCOSStream(mask);
                if (stream != null) {
                    Limit.PIXELS.check((long) stream.getInt(COSName.WIDTH, 0) * stream.getInt(COSName.HEIGHT, 0));
                }
            }
        }
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    private final class Drawer extends PageDrawer {

        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            Limit.STEPS.check(++steps);
            deadline.check();
            if (LEFT_OUT.contains(operator.getName())
                    || operator.getName().equals(OperatorName.BEGIN_INLINE_IMAGE) && !fits(operator)) {
                return;
            }
            super.processOperator(operator, operands);
            getGraphicsState().setSoftMask(null);
        }

        private static boolean fits(Operator inline) throws IOException {
            var parameters = inline.getImageParameters();
            var filters = BoundedStream.filters(parameters.getDictionaryObject(COSName.F, COSName.FILTER));
            if (BoundedStream.jpeg(filters) >= 0) {
                return false;
            }
            Limit.PIXELS.check((long) parameters.getInt(COSName.W, COSName.WIDTH, 0)
                    * parameters.getInt(COSName.H, COSName.HEIGHT, 0));
            BoundedStream.measure(
                    parameters,
                    filters,
                    new ByteArrayInputStream(inline.getImageData()),
                    Limit.UNPACKED,
                    OutputStream.nullOutputStream());
            return true;
        }

        @Override
        protected Paint getPaint(PDColor color) throws IOException {
            return color.getColorSpace() instanceof PDPattern ? Color.LIGHT_GRAY : super.getPaint(color);
        }

        @Override
        public void drawImage(PDImage picture) throws IOException {
            check(picture);
            if (picture instanceof PDImageXObject object && pictures.size() < MOST_PICTURES) {
                pictures.add(object);
            }
            super.drawImage(picture);
        }

        @Override
        protected int getSubsampling(PDImage picture, AffineTransform at) {
            return Math.max(
                    super.getSubsampling(picture, at), Pictures.step((long) picture.getWidth() * picture.getHeight()));
        }

        /** Drawn in place: what shows through does not matter to a code. */
        @Override
        public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
            showForm(form);
        }

        @Override
        public void showAnnotation(PDAnnotation annotation) {
            // a code stands on the page itself
        }
    }
}
