package vn.lanhnghe.document.reading;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import vn.lanhnghe.document.Qr;
import vn.lanhnghe.document.Seals;

/** Files that strangers send, good and bad, made when they are needed. */
final class Samples {

    private Samples() {}

    /** What a change to an open document does. */
    interface Change {
        void to(PDDocument document) throws IOException;
    }

    /** The file with a revision appended. */
    static byte[] appended(byte[] pdf, Change change) throws IOException {
        try (var document = Loader.loadPDF(pdf);
                var bytes = new ByteArrayOutputStream()) {
            change.to(document);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(bytes);
            return bytes.toByteArray();
        }
    }

    /** The file written anew. */
    static byte[] rewritten(byte[] pdf, Change change) throws IOException {
        try (var document = Loader.loadPDF(pdf);
                var bytes = new ByteArrayOutputStream()) {
            change.to(document);
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** Signed as it stands, also where the file says that nobody may. */
    static byte[] signedAgain(byte[] pdf, Seals seal) throws IOException {
        try (var document = Loader.loadPDF(pdf);
                var bytes = new ByteArrayOutputStream()) {
            var signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            signature.setSignDate(java.util.Calendar.getInstance());
            document.addSignature(signature, content -> cms(content.readAllBytes(), seal));
            document.saveIncremental(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] cms(byte[] content, Seals seal) throws IOException {
        try {
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .build(
                                    new JcaContentSignerBuilder(seal.algorithm())
                                            .build(seal.pair().getPrivate()),
                                    seal.certificate()));
            generator.addCertificates(new JcaCertStore(List.of(seal.certificate())));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded();
        } catch (CMSException | OperatorCreationException | CertificateEncodingException e) {
            throw new IOException(e);
        }
    }

    /** White over what stands there and other words on it, as a forger does. */
    static void overprint(PDDocument document, String words) throws IOException {
        var page = document.getPage(0);
        try (var content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
            content.setNonStrokingColor(Color.WHITE);
            content.addRect(30, 380, 700, 60);
            content.fill();
            content.beginText();
            content.setNonStrokingColor(Color.BLACK);
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD), 20);
            content.newLineAtOffset(40, 400);
            content.showText(words);
            content.endText();
        }
        page.getCOSObject().setNeedToBeUpdated(true);
        page.getResources().getCOSObject().setNeedToBeUpdated(true);
    }

    static BufferedImage drawn(byte[] pdf, int dpi) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, dpi);
        }
    }

    static BufferedImage code(String text, int side) throws IOException {
        var png = Base64.getDecoder().decode(Qr.dataUri(text).replace("data:image/png;base64,", ""));
        var code = ImageIO.read(new ByteArrayInputStream(png));
        var larger = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        var pen = larger.createGraphics();
        pen.drawImage(code, 0, 0, side, side, null);
        pen.dispose();
        return larger;
    }

    /**
     * As a hand holds a telephone: the sheet turned a little and seen from one side, its far edge smaller, light from one corner and a
     * shadow across, blurred, with noise. {@code hard} from 0 to 1.
     */
    static BufferedImage photo(BufferedImage sheet, double hard, long seed) {
        var random = new Random(seed);
        var width = sheet.getWidth();
        var height = sheet.getHeight();
        var photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var turn = Math.toRadians(12 * hard);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var u = (x - width / 2.0) / width;
                var v = (y - height / 2.0) / height;
                var far = 1 + hard * 0.55 * v + hard * 0.25 * u;
                var a = (u * Math.cos(turn) - v * Math.sin(turn)) * 1.15 / far;
                var b = (u * Math.sin(turn) + v * Math.cos(turn)) * 1.15 / far;
                var fromX = (int) ((a + 0.5) * width);
                var fromY = (int) ((b + 0.5) * height);
                var rgb = fromX < 0 || fromY < 0 || fromX >= width || fromY >= height
                        ? 0x5A4632
                        : sheet.getRGB(fromX, fromY);
                var light = 1 - hard * (0.45 * (x / (double) width) + (u + v > 0.1 ? 0.3 : 0));
                photo.setRGB(x, y, shaded(rgb, light, random.nextGaussian() * 14 * hard));
            }
        }
        var reach = 3;
        var weights = new float[reach * reach];
        Arrays.fill(weights, 1f / weights.length);
        return hard < 0.3 ? photo : new ConvolveOp(new Kernel(reach, reach, weights)).filter(photo, null);
    }

    private static int shaded(int rgb, double light, double noise) {
        var shaded = 0;
        for (var shift = 0; shift <= 16; shift += 8) {
            shaded |= (int) Math.clamp((rgb >> shift & 0xFF) * light + noise, 0, 255) << shift;
        }
        return shaded;
    }

    static byte[] png(BufferedImage picture) throws IOException {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        }
    }

    static byte[] jpeg(BufferedImage picture, float quality, boolean progressive) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var bytes = new ByteArrayOutputStream();
                var out = ImageIO.createImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            parameters.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
            out.flush();
            return bytes.toByteArray();
        } finally {
            writer.dispose();
        }
    }

    static BufferedImage turned(BufferedImage picture, double degrees) {
        var side = (int) Math.hypot(picture.getWidth(), picture.getHeight());
        var turned = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var pen = turned.createGraphics();
        background(pen, side, side);
        pen.rotate(Math.toRadians(degrees), side / 2.0, side / 2.0);
        pen.drawImage(picture, (side - picture.getWidth()) / 2, (side - picture.getHeight()) / 2, null);
        pen.dispose();
        return turned;
    }

    /** A picture of that size with a small one somewhere on it. */
    static BufferedImage placed(BufferedImage small, int width, int height, int type) {
        var large = new BufferedImage(width, height, type);
        var pen = large.createGraphics();
        background(pen, width, height);
        pen.drawImage(small, width / 3, height / 3, null);
        pen.dispose();
        return large;
    }

    private static void background(Graphics2D pen, int width, int height) {
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
    }

    /** A PNG with an international text before its end. */
    static byte[] baked(byte[] png, String keyword, String text) {
        var data = new ByteArrayOutputStream();
        data.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        data.writeBytes(new byte[] {0, 0, 0, 0, 0});
        data.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        var chunk = chunk("iTXt", data.toByteArray());
        var all = new ByteArrayOutputStream();
        all.write(png, 0, png.length - 12);
        all.writeBytes(chunk);
        all.write(png, png.length - 12, 12);
        return all.toByteArray();
    }

    /** No more than a header that claims so many pixels. */
    static byte[] claiming(int width, int height) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        all.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array()));
        all.writeBytes(chunk("IDAT", deflated(new byte[1000], 1)));
        all.writeBytes(chunk("IEND", new byte[0]));
        return all.toByteArray();
    }

    static byte[] chunk(String type, byte[] data) {
        var crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    /** So many times the same, packed. */
    static byte[] deflated(byte[] part, int times) {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, new Deflater(9))) {
            for (var i = 0; i < times; i++) {
                out.write(part);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** A PDF of hand-written objects, numbered from 1; the first is the catalogue. */
    static byte[] pdf(List<byte[]> objects) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
        var table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (var i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(out.size()));
            out.writeBytes(((i + 1) + " 0 obj\n").getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(objects.get(i));
            out.writeBytes("\nendobj\n".getBytes(StandardCharsets.US_ASCII));
        }
        var start = out.size();
        out.writeBytes("%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(table, objects.size() + 1, start)
                .getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    static byte[] stream(String dictionary, byte[] data) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(
                "<<%s/Length %d>>\nstream\n".formatted(dictionary, data.length).getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(data);
        out.writeBytes("\nendstream".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    static byte[] text(String object) {
        return object.getBytes(StandardCharsets.ISO_8859_1);
    }
}
