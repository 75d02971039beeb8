package vn.lanhnghe.law.wording;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lanhnghe.shared.Refusal;

/**
 * Reads the plain text of a Vietnamese legal document into clauses: chương, mục, điều, khoản, điểm, phụ lục (Luật Ban hành văn bản quy
 * phạm pháp luật: how documents are laid out). What stands before the first of them is “mở đầu”.
 */
final class Wording {

    static final int LONGEST = 2_000_000;
    private static final int MOST = 5_000;

    private static final Pattern CHAPTER = Pattern.compile(
            "^(Chương|Phần)\\s+([IVXLC]+|\\d+)\\b(.*)$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SECTION =
            Pattern.compile("^Mục\\s+(\\d+|[IVX]+)\\b(.*)$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ANNEX =
            Pattern.compile("^Phụ lục(?:\\s+(\\d+|[IVX]+))?\\b(.*)$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ARTICLE =
            Pattern.compile("^Điều\\s+(\\d+[a-zđ]?)\\s*[.:](.*)$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ITEM = Pattern.compile("^(\\d{1,3}[a-zđ]?)\\.\\s+(.*)$");
    private static final Pattern POINT = Pattern.compile("^([a-zđ]{1,2})\\)\\s*(.*)$");

    private final List<Passage> passages = new ArrayList<>();
    private final Set<String> anchors = new HashSet<>();
    private String article = "";
    private String articleLabel = "";
    private String item = "";
    private String itemLabel = "";
    private String anchor = "mo-dau";
    private String label = "Mở đầu";
    private StringBuilder words = new StringBuilder();

    private Wording() {}

    static List<Passage> read(String text) {
        if (text.length() > LONGEST) {
            throw new Refusal("Văn bản dài hơn 2 triệu ký tự; hãy chia phụ lục thành văn bản riêng.");
        }
        var reading = new Wording();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .lines()
                .map(it -> it.replace('\u00a0', ' ').strip())
                .filter(it -> !it.isEmpty())
                .forEach(reading::line);
        reading.close();
        if (reading.passages.size() > MOST) {
            throw new Refusal("Văn bản có hơn 5.000 điều, khoản, điểm; hãy chia thành nhiều văn bản.");
        }
        return List.copyOf(reading.passages);
    }

    private void line(String line) {
        Matcher it;
        if ((it = CHAPTER.matcher(line)).matches()) {
            top("c" + slug(it.group(2)), it.group(1) + " " + it.group(2), line);
        } else if ((it = SECTION.matcher(line)).matches()) {
            top("m" + slug(it.group(1)), "Mục " + it.group(1), line);
        } else if ((it = ANNEX.matcher(line)).matches()) {
            var number = it.group(1) == null ? "" : it.group(1);
            top("pl" + slug(number), ("Phụ lục " + number).strip(), line);
            article = "pl" + slug(number) + ".";
            articleLabel = ("Phụ lục " + number).strip();
        } else if ((it = ARTICLE.matcher(line)).matches()) {
            article = "d" + slug(it.group(1));
            articleLabel = "Điều " + it.group(1);
            item = "";
            open(article, articleLabel, line);
        } else if (!article.isEmpty() && (it = ITEM.matcher(line)).matches()) {
            item = article + "." + slug(it.group(1));
            itemLabel = articleLabel + ", khoản " + it.group(1);
            open(item, itemLabel, line);
        } else if (!article.isEmpty() && (it = POINT.matcher(line)).matches()) {
            var above = item.isEmpty() ? article : item;
            open(
                    above + "." + slug(it.group(1)),
                    (item.isEmpty() ? articleLabel : itemLabel) + ", điểm " + it.group(1),
                    line);
        } else {
            words.append(words.isEmpty() ? "" : "\n").append(line);
        }
    }

    private void top(String anchor, String label, String line) {
        article = "";
        item = "";
        open(anchor, label, line);
    }

    private void open(String newAnchor, String newLabel, String line) {
        close();
        anchor = newAnchor.replace("..", ".");
        label = newLabel;
        words = new StringBuilder(line);
    }

    /** A number that comes twice (a quoted article, a list in an annex) gets a count behind it. */
    private void close() {
        if (words.isEmpty()) {
            return;
        }
        var free = anchor;
        for (var n = 2; !anchors.add(free); n++) {
            free = anchor + "-" + n;
        }
        passages.add(new Passage(free, label, words.toString()));
        words = new StringBuilder();
    }

    private static String slug(String number) {
        return number.toLowerCase(Locale.ROOT).replace("đ", "dd");
    }
}
