package vn.lanhnghe.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The college's own file with two columns added at the right: what became of the row (Kết quả), and why (Lỗi). */
final class ResultFile {

    private static final Pattern SHEET = Pattern.compile("<sheet\\b[^>]*>");
    private static final Pattern RELATION = Pattern.compile("<Relationship\\b[^>]*>");
    private static final Pattern ROW =
            Pattern.compile("<(\\w+:)?row\\b([^>]*?)(/>|>(.*?)</(?:\\w+:)?row>)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\br=\"(\\d+)\"");

    /** The two cells of one row. */
    record Verdict(String result, String why) {}

    private ResultFile() {}

    /** {@code refused} are the rows that a commit left, and why; null as long as nothing is written. */
    static byte[] of(byte[] sent, Reading reading, @Nullable Map<Reading.Cell, String> refused) {
        var file = GeoPoints.asSheet(sent);
        var verdicts = verdicts(reading, refused);
        return file.length > 1 && file[0] == 'P' && file[1] == 'K'
                ? xlsx(file, reading, verdicts)
                : csv(file, verdicts.getOrDefault("", Map.of()));
    }

    /** By sheet and row number; the header's row says what the columns are. */
    private static Map<String, Map<Integer, Verdict>> verdicts(
            Reading reading, @Nullable Map<Reading.Cell, String> refused) {
        var verdicts = new HashMap<String, Map<Integer, Verdict>>();
        for (var table : reading.tables()) {
            var sheet = verdicts.computeIfAbsent(table.name(), it -> new HashMap<>());
            sheet.put(table.headerRow(), new Verdict("Kết quả", "Lỗi"));
            for (var row : table.rows()) {
                sheet.put(row.number(), refused == null ? now(row) : then(row, refused));
            }
        }
        for (var row : reading.aside()) {
            verdicts.computeIfAbsent(row.sheet(), it -> new HashMap<>()).put(row.number(), new Verdict("Để lại", ""));
        }
        return verdicts;
    }

    private static Verdict now(SheetRow row) {
        return row.faults().isEmpty()
                ? new Verdict("Ghi được", "")
                : new Verdict(
                        "Có lỗi",
                        row.faults().stream().map(ResultFile::sentence).collect(Collectors.joining(" ")));
    }

    private static Verdict then(SheetRow row, Map<Reading.Cell, String> refused) {
        var why = refused.get(new Reading.Cell(row.sheet(), row.number(), 0));
        return why == null ? new Verdict("Đã ghi", "") : new Verdict(why.isEmpty() ? "Để lại" : "Có lỗi", why);
    }

    static String sentence(Fault fault) {
        return "Dòng %d, cột %s “%s”: %s %s"
                .formatted(
                        fault.row(),
                        fault.column().letter(),
                        fault.column().header(),
                        fault.written().isEmpty() ? "để trống." : "bạn viết “" + fault.written() + "”.",
                        fault.message());
    }

    private static byte[] csv(byte[] file, Map<Integer, Verdict> verdicts) {
        var text = Encoding.decode(file);
        var separator = Csv.separator(text);
        var out = new StringBuilder("\ufeff");
        for (var record : Csv.records(text, separator)) {
            var verdict = verdicts.get(record.line());
            out.append(record.values().stream()
                    .map(it -> quoted(it, separator))
                    .collect(Collectors.joining(Character.toString(separator))));
            if (verdict != null) {
                out.append(separator)
                        .append(quoted(verdict.result(), separator))
                        .append(separator)
                        .append(quoted(verdict.why(), separator));
            }
            out.append("\r\n");
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String quoted(String value, char separator) {
        return value.indexOf(separator) < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0
                ? value
                : '"' + value.replace("\"", "\"\"") + '"';
    }

    private static byte[] xlsx(byte[] file, Reading reading, Map<String, Map<Integer, Verdict>> verdicts) {
        try {
            var entries = entries(file);
            var sheets = sheetFiles(entries);
            var out = new ByteArrayOutputStream(file.length + 65_536);
            try (var zip = new ZipOutputStream(out)) {
                for (var entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    var sheet = sheets.get(entry.getKey());
                    var added = sheet == null ? null : verdicts.get(sheet);
                    zip.write(
                            added == null ? entry.getValue() : annotate(entry.getValue(), added, last(reading, sheet)));
                    zip.closeEntry();
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first free column at the right of every column that the sheet uses. */
    private static int last(Reading reading, @Nullable String sheet) {
        return reading.tables().stream()
                        .filter(it -> it.name().equals(sheet))
                        .flatMap(it -> it.columns().stream())
                        .mapToInt(Column::index)
                        .max()
                        .orElse(0)
                + 1;
    }

    private static Map<String, byte[]> entries(byte[] file) throws IOException {
        var entries = new java.util.LinkedHashMap<String, byte[]>();
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            for (var entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                try (var in = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return entries;
    }

    /** Which entry of the package holds which sheet, by the sheet's name. */
    private static Map<String, String> sheetFiles(Map<String, byte[]> entries) {
        var targets = new HashMap<String, String>();
        RELATION.matcher(text(entries, "xl/_rels/workbook.xml.rels"))
                .results()
                .forEach(it -> targets.put(attribute(it.group(), "Id"), attribute(it.group(), "Target")));
        var files = new HashMap<String, String>();
        SHEET.matcher(text(entries, "xl/workbook.xml")).results().forEach(it -> {
            var target = targets.getOrDefault(attribute(it.group(), "r:id"), "");
            files.put(
                    target.startsWith("/") ? target.substring(1) : "xl/" + target,
                    vn.lanhnghe.shared.Vietnamese.tidy(unescaped(attribute(it.group(), "name"))));
        });
        return files;
    }

    private static String text(Map<String, byte[]> entries, String name) {
        return new String(entries.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static String attribute(String tag, String name) {
        var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : "";
    }

    private static byte[] annotate(byte[] sheet, Map<Integer, Verdict> verdicts, int free) {
        var xml = new String(sheet, StandardCharsets.UTF_8);
        var rows = ROW.matcher(xml);
        var out = new StringBuilder(xml.length() * 5 / 4);
        var at = 0;
        while (rows.find()) {
            var prefix = rows.group(1) == null ? "" : rows.group(1);
            var number = NUMBER.matcher(rows.group(2));
            var verdict = number.find() ? verdicts.get(Integer.parseInt(number.group(1))) : null;
            if (verdict == null) {
                continue;
            }
            var row = number.group(1);
            out.append(xml, at, rows.start())
                    .append('<')
                    .append(prefix)
                    .append("row")
                    .append(rows.group(2).replaceAll("\\s+spans=\"[^\"]*\"", ""))
                    .append('>')
                    .append(rows.group(4) == null ? "" : rows.group(4))
                    .append(cell(prefix, Grid.letter(free) + row, verdict.result()))
                    .append(cell(prefix, Grid.letter(free + 1) + row, verdict.why()))
                    .append("</")
                    .append(prefix)
                    .append("row>");
            at = rows.end();
        }
        // the sheet's stated extent would be wrong now; readers do without it
        return out.append(xml, at, xml.length())
                .toString()
                .replaceFirst("<(\\w+:)?dimension\\b[^>]*/>", "")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(String prefix, String place, String text) {
        return text.isEmpty()
                ? ""
                : "<%1$sc r=\"%2$s\" t=\"inlineStr\"><%1$sis><%1$st xml:space=\"preserve\">%3$s</%1$st></%1$sis></%1$sc>"
                        .formatted(prefix, place, escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}
