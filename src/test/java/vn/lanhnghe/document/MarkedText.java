package vn.lanhnghe.document;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Text by how it is marked: as an artifact, as real content, or not at all. */
class MarkedText extends PDFTextStripper {

    private final Deque<String> open = new ArrayDeque<>();
    private final StringBuilder artifacts = new StringBuilder();
    private final StringBuilder tagged = new StringBuilder();
    private final StringBuilder loose = new StringBuilder();

    MarkedText() {
        addOperator(new org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence(this));
        addOperator(new org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties(
                this));
        addOperator(new org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence(this));
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        super.beginMarkedContentSequence(tag, properties);
        open.push(tag.getName());
    }

    @Override
    public void endMarkedContentSequence() {
        super.endMarkedContentSequence();
        open.pop();
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        var to = open.contains("Artifact") ? artifacts : open.isEmpty() ? loose : tagged;
        to.append(text.getUnicode());
        super.processTextPosition(text);
    }

    String artifacts() {
        return artifacts.toString();
    }

    String tagged() {
        return tagged.toString();
    }

    String loose() {
        return loose.toString();
    }
}
