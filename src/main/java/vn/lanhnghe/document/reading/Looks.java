package vn.lanhnghe.document.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/** Whether two states of a PDF look alike: whether everything a page is drawn from is the same, byte by byte. */
final class Looks {

    /** Where a page leads away from itself. */
    private static final Set<String> AWAY =
            Set.of("Parent", "P", "StructParent", "StructParents", "Dest", "A", "AA", "B", "Popup", "IRT");

    /** What of the document as a whole decides how its pages look: layers and forms. */
    private static final List<COSName> OF_ALL = List.of(COSName.OCPROPERTIES, COSName.ACRO_FORM);

    private final MessageDigest digest = sha256();
    private final Map<COSBase, Integer> seen = new IdentityHashMap<>();
    private final Deadline deadline;

    private Looks(Deadline deadline) {
        this.deadline = deadline;
    }

    /** The pages, from 1, that differ or that only one of the two has. */
    static List<Integer> different(PDDocument before, PDDocument after, Deadline deadline) throws IOException {
        var then = looks(before, deadline);
        var now = looks(after, deadline);
        var pages = new ArrayList<Integer>();
        for (var page = 0; page < Math.max(then.size(), now.size()); page++) {
            if (page >= then.size() || page >= now.size() || !then.get(page).equals(now.get(page))) {
                pages.add(page + 1);
            }
        }
        return pages;
    }

    private static List<String> looks(PDDocument document, Deadline deadline) throws IOException {
        var looks = new ArrayList<String>();
        for (var page : document.getPages()) {
            Limit.PAGES.check(looks.size());
            looks.add(new Looks(deadline).of(document, page));
        }
        return looks;
    }

    private String of(PDDocument document, PDPage page) throws IOException {
        add(page.getCOSObject(), true);
        add(page.getResources() == null ? null : page.getResources().getCOSObject(), false);
        add(page.getMediaBox().getCOSArray(), false);
        add(page.getCropBox().getCOSArray(), false);
        digest.update((byte) (page.getRotation() / 90));
        for (var it : OF_ALL) {
            add(document.getDocumentCatalog().getCOSObject().getDictionaryObject(it), false);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Each object once, dictionaries by their keys' order, and no further than the page itself. */
    private void add(@Nullable COSBase given, boolean start) throws IOException {
        var it = given instanceof COSObject reference ? reference.getObject() : given;
        deadline.check();
        if (it == null) {
            text("null");
            return;
        }
        var before = seen.putIfAbsent(it, seen.size());
        Limit.OBJECTS.check(seen.size());
        switch (it) {
            case COSDictionary dictionary when before != null -> text("again " + before);
            case COSArray array when before != null -> text("again " + before);
            case COSDictionary dictionary when !start && other(dictionary) -> text("page");
            case COSDictionary dictionary -> add(dictionary);
            case COSArray array -> {
                text("[" + array.size());
                for (var value : array) {
                    add(value, false);
                }
            }
            case COSString string -> bytes(string.getBytes());
            default -> text(it.toString());
        }
    }

    private static boolean other(COSDictionary it) {
        var type = it.getNameAsString(COSName.TYPE);
        return "Page".equals(type) || "Pages".equals(type) || "Catalog".equals(type);
    }

    private void add(COSDictionary it) throws IOException {
        text("<<" + it.size());
        for (var key : it.keySet().stream()
                .sorted(Comparator.comparing(COSName::getName))
                .toList()) {
            if (!AWAY.contains(key.getName())) {
                text(key.getName());
                add(it.getItem(key), false);
            }
        }
        if (it instanceof COSStream stream) {
            try (var in = stream.createRawInputStream();
                    var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                in.transferTo(out);
            }
        }
    }

    private void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(byte[] bytes) {
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
