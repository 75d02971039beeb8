package vn.lanhnghe.document.reading;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;

/**
 * Looks at every object of a PDF, also at those nothing refers to. On the way font programs are taken out: a page's text is
 * read from its codes, and a program for drawing letters is the part of a PDF that is hardest to read safely.
 */
final class Dangers {

    private static final COSName XFA = COSName.getPDFName("XFA");
    private static final COSName EMBEDDED_FILES = COSName.getPDFName("EmbeddedFiles");
    private static final COSName JAVASCRIPT = COSName.getPDFName("JavaScript");
    private static final Set<String> PLAYING = Set.of("Rendition", "Movie", "Sound", "RichMedia", "Screen", "3D");
    private static final List<COSName> FONT_PROGRAMS =
            List.of(COSName.FONT_FILE, COSName.FONT_FILE2, COSName.FONT_FILE3);

    private final Set<Danger> found = EnumSet.noneOf(Danger.class);
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    static Set<Danger> in(COSDocument document, Deadline deadline) throws IOException {
        var dangers = new Dangers();
        for (var key : List.copyOf(document.getXrefTable().keySet())) {
            deadline.check();
            var object = document.getObjectFromPool(key);
            dangers.walk(object.getObject());
        }
        dangers.walk(document.getTrailer());
        return dangers.found;
    }

    /** Without recursion and without following references: whatever is referred to has a key of its own. */
    private void walk(COSBase start) {
        var open = new ArrayDeque<COSBase>();
        push(open, start);
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case COSDictionary dictionary -> {
                    look(dictionary);
                    dictionary.getValues().forEach(it -> push(open, it));
                }
                case COSArray array -> array.forEach(it -> push(open, it));
                default -> {}
            }
        }
    }

    private void push(ArrayDeque<COSBase> open, COSBase it) {
        if ((it instanceof COSDictionary || it instanceof COSArray) && seen.add(it)) {
            open.push(it);
        }
    }

    private void look(COSDictionary it) {
        FONT_PROGRAMS.forEach(it::removeItem);
        if (it.containsKey(XFA)) {
            found.add(Danger.XFA);
        }
        if (it.containsKey(COSName.JS) || it.containsKey(JAVASCRIPT)) {
            found.add(Danger.JAVASCRIPT);
        }
        if (it.containsKey(COSName.EF) || it.containsKey(EMBEDDED_FILES)) {
            found.add(Danger.EMBEDDED_FILE);
        }
        var action = it.getNameAsString(COSName.S);
        var kind = it.getNameAsString(COSName.SUBTYPE);
        if ("Launch".equals(action)) {
            found.add(Danger.LAUNCH);
        }
        if ("JavaScript".equals(action)) {
            found.add(Danger.JAVASCRIPT);
        }
        if (action != null && PLAYING.contains(action) || kind != null && PLAYING.contains(kind)) {
            found.add(Danger.MEDIA);
        }
        if ("FileAttachment".equals(kind)) {
            found.add(Danger.EMBEDDED_FILE);
        }
    }
}
