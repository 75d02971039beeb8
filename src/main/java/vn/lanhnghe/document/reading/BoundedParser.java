package vn.lanhnghe.document.reading;

import java.io.IOException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;

/** Reads a stranger's PDF: no more objects than the limit allows, and streams that unpack to no more than theirs. */
final class BoundedParser extends PDFParser {

    /** The shortest thing worth an object of its own in an object stream, with its place in the table before it. */
    private static final int BYTES_AN_OBJECT = 8;

    private long objects;

    BoundedParser(byte[] pdf) throws IOException {
        super(new RandomAccessReadBuffer(pdf), "");
        document = new Bounded(this);
    }

    @Override
    protected COSBase parseDirObject() throws IOException {
        Limit.OBJECTS.check(++objects);
        return super.parseDirObject();
    }

    /** Before a stream becomes a table of references or of objects: both turn a few bytes into a hundred. */
    private void table(COSStream stream, long bytes) throws IOException {
        var widths = stream.getCOSArray(COSName.W);
        if (widths != null) {
            var width = widths.getInt(0, 0) + widths.getInt(1, 0) + widths.getInt(2, 0);
            if (width <= 0) {
                throw new IOException("a table of references without width");
            }
            objects += bytes / width;
        } else if (stream.containsKey(COSName.N)) {
            Limit.OBJECTS.check(stream.getInt(COSName.N));
            objects += bytes / BYTES_AN_OBJECT;
        }
        Limit.OBJECTS.check(objects);
    }

    private final class Bounded extends COSDocument {

        private final BoundedParser parser;

        Bounded(BoundedParser parser) {
            super(parser);
            this.parser = parser;
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
            var stream = new BoundedStream(parser.createRandomAccessReadView(start, length), parser::table);
            dictionary.forEach(stream::setItem);
            stream.setKey(dictionary.getKey());
            return stream;
        }
    }
}
