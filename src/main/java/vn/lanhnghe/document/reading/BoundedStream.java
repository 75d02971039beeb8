package vn.lanhnghe.document.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** A stream that is unpacked into nothing once, to see how much it is, before it is unpacked into memory. */
final class BoundedStream extends COSStream {

    /** Is asked before the stream is read as a table of other things. */
    interface Table {
        void check(COSStream stream, long bytes) throws IOException;
    }

    private final Table table;
    private long unpacked = -1;

    BoundedStream(RandomAccessReadView packed, Table table) throws IOException {
        super(null, packed);
        this.table = table;
    }

    @Override
    public COSInputStream createInputStream(DecodeOptions options) throws IOException {
        measure(options);
        return super.createInputStream(options);
    }

    @Override
    public RandomAccessRead createView() throws IOException {
        measure(DecodeOptions.DEFAULT);
        table.check(this, Math.max(unpacked, 0));
        return super.createView();
    }

    private void measure(DecodeOptions options) throws IOException {
        var filters = filters(getFilters());
        var jpeg = jpeg(filters);
        if (jpeg >= 0) {
            measureJpeg(filters.subList(0, jpeg), options);
        } else if (unpacked < 0) {
            try (var packed = createRawInputStream()) {
                unpacked = measure(this, filters, packed, most(), OutputStream.nullOutputStream());
            }
        }
    }

    static int jpeg(List<COSName> filters) {
        return Math.max(filters.indexOf(COSName.DCT_DECODE), filters.indexOf(COSName.DCT_DECODE_ABBREVIATION));
    }

    private Limit most() {
        return COSName.IMAGE.equals(getCOSName(COSName.SUBTYPE)) ? Limit.UNPACKED_PICTURE : Limit.UNPACKED;
    }

    /** A JPEG tells its size before it is decoded; a part of its pixels is enough where only a part is asked for. */
    private void measureJpeg(List<COSName> before, DecodeOptions options) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packed = createRawInputStream()) {
            measure(this, before, packed, Limit.UNPACKED, bytes);
        }
        var pixels = Pictures.jpeg(bytes.toByteArray()).pixels();
        Limit.PIXELS.check(pixels);
        Limit.UNPACKED_PICTURE.check(4 * pixels / ((long) options.getSubsamplingX() * options.getSubsamplingY()));
    }

    /** How many bytes come out of so many filters; what comes out of the last is written to {@code to}. */
    static long measure(
            COSDictionary dictionary, List<COSName> filters, InputStream packed, Limit most, OutputStream to)
            throws IOException {
        if (new HashSet<>(filters).size() < filters.size()) {
            throw new IOException("packed twice in the same way");
        }
        allocations(dictionary, most);
        var in = packed;
        for (var i = 0; i < filters.size() - 1; i++) {
            var kept = new ByteArrayOutputStream();
            unpack(filters.get(i), in, new Counted(kept, most), dictionary, i);
            in = new ByteArrayInputStream(kept.toByteArray());
        }
        var out = new Counted(to, most);
        if (filters.isEmpty()) {
            in.transferTo(out);
        } else {
            unpack(filters.getLast(), in, out, dictionary, filters.size() - 1);
        }
        return out.count;
    }

    private static void unpack(COSName filter, InputStream in, OutputStream out, COSDictionary dictionary, int index)
            throws IOException {
        FilterFactory.INSTANCE.getFilter(filter).decode(in, out, dictionary, index, DecodeOptions.DEFAULT);
    }

    /** What a filter takes before it has seen a byte: rows as wide, pictures as high as the dictionary says. */
    private static void allocations(COSDictionary dictionary, Limit most) {
        for (var parameters : parameters(dictionary.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP))) {
            var columns = Math.max(0L, parameters.getInt(COSName.COLUMNS, 1728));
            var height = Math.max(parameters.getInt(COSName.ROWS, 0), dictionary.getInt(COSName.HEIGHT, COSName.H, 0));
            most.check(columns * Math.max(1, parameters.getInt(COSName.BITS_PER_COMPONENT, 8)));
            most.check(columns / 8 * Math.max(1, height));
        }
    }

    private static List<COSDictionary> parameters(COSBase given) {
        if (given instanceof COSDictionary one) {
            return List.of(one);
        }
        var all = new ArrayList<COSDictionary>();
        if (given instanceof COSArray many) {
            for (var i = 0; i < many.size(); i++) {
                if (many.getObject(i) instanceof COSDictionary one) {
                    all.add(one);
                }
            }
        }
        return all;
    }

    static List<COSName> filters(COSBase given) throws IOException {
        if (given instanceof COSName one) {
            return List.of(one);
        }
        var all = new ArrayList<COSName>();
        if (given instanceof COSArray many) {
            for (var i = 0; i < many.size(); i++) {
                if (!(many.getObject(i) instanceof COSName one)) {
                    throw new IOException("a filter without a name");
                }
                all.add(one);
            }
        }
        return all;
    }

    private static final class Counted extends OutputStream {

        private final OutputStream to;
        private final Limit most;
        private long count;

        Counted(OutputStream to, Limit most) {
            this.to = to;
            this.most = most;
        }

        @Override
        public void write(int b) throws IOException {
            most.check(++count);
            to.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            count += length;
            most.check(count);
            to.write(bytes, from, length);
        }
    }
}
