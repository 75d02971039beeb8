package vn.lanhnghe.document.reading;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** PNG and JPEG: their size without decoding, their pixels as far as a QR code needs them, their texts. */
final class Pictures {

    /** What is enough to find a code in; a larger picture is decoded in every second or third row and column. */
    static final long ENOUGH = 12_600_000;

    private static final int IHDR = 0x49484452;
    private static final int ITXT = 0x69545874;
    private static final int IEND = 0x49454E44;
    private static final int SIGNATURE = 8;
    private static final int CHUNK = 12;
    private static final int LONGEST_TEXT = 256_000;
    private static final int MOST_TEXTS = 16;

    record Size(int width, int height) {

        long pixels() {
            return (long) width * height;
        }
    }

    private Pictures() {}

    static Size png(byte[] bytes) throws IOException {
        var header = ByteBuffer.wrap(bytes);
        if (bytes.length < SIGNATURE + CHUNK + 13 || header.getInt(SIGNATURE + 4) != IHDR) {
            throw new IOException("no header");
        }
        return size(header.getInt(SIGNATURE + 8), header.getInt(SIGNATURE + 12));
    }

    /** Walks over the segments to the frame header. */
    static Size jpeg(byte[] bytes) throws IOException {
        var at = 2;
        while (at + 9 < bytes.length) {
            if ((bytes[at] & 0xFF) != 0xFF) {
                throw new IOException("no segment at " + at);
            }
            var marker = bytes[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
            } else if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                return size(two(bytes, at + 7), two(bytes, at + 5));
            } else if (marker == 0x01 || marker >= 0xD0 && marker <= 0xD8) {
                at += 2;
            } else if (marker == 0xD9 || marker == 0xDA) {
                break;
            } else {
                at += 2 + two(bytes, at + 2);
            }
        }
        throw new IOException("no frame header");
    }

    private static int two(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private static Size size(int width, int height) throws IOException {
        if (width <= 0 || height <= 0) {
            throw new IOException("no size");
        }
        return new Size(width, height);
    }

    /** The pixels, thinned out to {@link #ENOUGH}; what else the file holds is passed over. */
    static BufferedImage decoded(byte[] bytes, Uploaded.Kind kind, Size size) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(kind.name()).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            var parameters = reader.getDefaultReadParam();
            var step = step(size.pixels());
            parameters.setSourceSubsampling(step, step, 0, 0);
            return read(reader, parameters);
        } finally {
            reader.dispose();
        }
    }

    /** The library's own way to say that a picture is broken is any unchecked exception. */
    private static BufferedImage read(ImageReader reader, javax.imageio.ImageReadParam parameters) throws IOException {
        try {
            return reader.read(0, parameters);
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }

    static int step(long pixels) {
        return (int) Math.max(1, Math.ceil(Math.sqrt((double) pixels / ENOUGH)));
    }

    /** International texts of a PNG by keyword; those that are too long are left out. */
    static Map<String, String> texts(byte[] png) throws IOException {
        var texts = new LinkedHashMap<String, String>();
        var bytes = ByteBuffer.wrap(png);
        var at = SIGNATURE;
        while (at + CHUNK <= png.length && texts.size() < MOST_TEXTS) {
            var length = bytes.getInt(at);
            var type = bytes.getInt(at + 4);
            if (length < 0 || length > png.length - at - CHUNK || type == IEND) {
                break;
            }
            if (type == ITXT && length <= LONGEST_TEXT) {
                text(ByteBuffer.wrap(png, at + 8, length), texts);
            }
            at += CHUNK + length;
        }
        return texts;
    }

    /** Keyword, zero, whether packed, how, language, zero, keyword in that language, zero, text (PNG, 11.3.3.4). */
    private static void text(ByteBuffer chunk, Map<String, String> texts) throws IOException {
        var keyword = upToZero(chunk);
        if (chunk.remaining() < 4) {
            return;
        }
        var packed = chunk.get() != 0;
        chunk.get();
        upToZero(chunk);
        upToZero(chunk);
        var rest = new byte[chunk.remaining()];
        chunk.get(rest);
        if (packed) {
            try (var in = new InflaterInputStream(new ByteArrayInputStream(rest))) {
                rest = in.readNBytes(LONGEST_TEXT + 1);
            }
        }
        if (rest.length <= LONGEST_TEXT) {
            texts.putIfAbsent(keyword, new String(rest, StandardCharsets.UTF_8));
        }
    }

    private static String upToZero(ByteBuffer chunk) {
        var word = new ByteArrayOutputStream();
        while (chunk.hasRemaining()) {
            var b = chunk.get();
            if (b == 0) {
                break;
            }
            word.write(b);
        }
        return word.toString(StandardCharsets.UTF_8);
    }
}
