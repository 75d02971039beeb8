package vn.lanhnghe.document.reading;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The text a person sees on the pages: not what is drawn invisibly or off the page, and no more than a long book has. */
final class VisibleText extends PDFTextStripper {

    private static final int LONGEST = 300_000;

    private final Deadline deadline;
    private long steps;
    private int letters;

    VisibleText(Deadline deadline) {
        this.deadline = deadline;
        setSortByPosition(true);
        setAddMoreFormatting(false);
    }

    static String of(PDDocument document, Deadline deadline) throws IOException {
        return new VisibleText(deadline).getText(document).strip();
    }

    static String of(PDDocument document, int page, Deadline deadline) throws IOException {
        var stripper = new VisibleText(deadline);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).strip();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        Limit.STEPS.check(++steps);
        deadline.check();
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        Limit.STEPS.check(++steps);
        var page = getCurrentPage().getCropBox();
        var x = text.getTextMatrix().getTranslateX();
        var y = text.getTextMatrix().getTranslateY();
        if (letters < LONGEST
                && page.contains(x, y)
                && shown(getGraphicsState().getTextState().getRenderingMode())) {
            letters++;
            super.processTextPosition(text);
        }
    }

    private static boolean shown(RenderingMode mode) {
        return mode != RenderingMode.NEITHER && mode != RenderingMode.NEITHER_CLIP;
    }
}
