package vn.lanhnghe.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;
import vn.lanhnghe.shared.Vietnamese;

/**
 * What a sheet looks like beside its values: hidden rows and columns, merged cells, cells whose value is an error or a formula that
 * was never worked out. Rows are the spreadsheet's own numbers, columns are counted from 0.
 */
record Layout(Set<Integer> hiddenRows, Set<Integer> hiddenColumns, List<Merge> merges, List<String> broken) {

    /** Merged cells, corner to corner. */
    record Merge(int top, int left, int bottom, int right) {
        String label() {
            return Grid.letter(left) + top + ":" + Grid.letter(right) + bottom;
        }

        boolean touches(int row) {
            return top <= row && row <= bottom;
        }
    }

    private static final int MOST_BROKEN = 20;
    private static final Layout PLAIN = new Layout(Set.of(), Set.of(), List.of(), List.of());

    static Layout plain() {
        return PLAIN;
    }

    /** The layouts of a package's sheets, by name. */
    static Map<String, Layout> of(ZipFile zip) throws IOException {
        var layouts = new HashMap<String, Layout>();
        try {
            var targets = new HashMap<String, String>();
            elements(zip, "xl/_rels/workbook.xml.rels", reader -> {
                if (reader.getLocalName().equals("Relationship")) {
                    targets.put(attribute(reader, "Id"), attribute(reader, "Target"));
                }
            });
            var sheets = new HashMap<String, String>();
            elements(zip, "xl/workbook.xml", reader -> {
                if (reader.getLocalName().equals("sheet")) {
                    var target = targets.getOrDefault(id(reader), "");
                    sheets.put(
                            Vietnamese.tidy(attribute(reader, "name")),
                            target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            });
            for (var sheet : sheets.entrySet()) {
                layouts.put(sheet.getKey(), sheet(zip, sheet.getValue()));
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return layouts;
    }

    private static Layout sheet(ZipFile zip, String entry) throws IOException, XMLStreamException {
        var rows = new TreeSet<Integer>();
        var columns = new TreeSet<Integer>();
        var merges = new ArrayList<Merge>();
        var broken = new ArrayList<String>();
        var cell = new Object() {
            String place = "";
            boolean formula;
            boolean value;
        };
        elements(zip, entry, reader -> {
            switch (reader.getLocalName()) {
                case "row" -> {
                    if (on(reader, "hidden") && reader.getAttributeValue(null, "r") != null) {
                        rows.add(Integer.valueOf(attribute(reader, "r")));
                    }
                }
                case "col" -> {
                    if (on(reader, "hidden")) {
                        var last = Math.min(Workbook.MOST_COLUMNS, Integer.parseInt(attribute(reader, "max")));
                        for (var i = Integer.parseInt(attribute(reader, "min")); i <= last; i++) {
                            columns.add(i - 1);
                        }
                    }
                }
                case "mergeCell" -> merge(attribute(reader, "ref"), merges);
                case "c" -> {
                    if (cell.formula && !cell.value && broken.size() < MOST_BROKEN) {
                        broken.add(cell.place);
                    }
                    cell.place = attribute(reader, "r");
                    cell.formula = false;
                    cell.value = false;
                    if (attribute(reader, "t").equals("e") && broken.size() < MOST_BROKEN) {
                        broken.add(cell.place);
                        cell.value = true;
                    }
                }
                case "f" -> cell.formula = true;
                case "v" -> cell.value = true;
                default -> {}
            }
        });
        if (cell.formula && !cell.value) {
            broken.add(cell.place);
        }
        return new Layout(rows, columns, merges, broken);
    }

    private static void merge(String ref, List<Merge> merges) {
        var ends = ref.split(":");
        if (ends.length == 2 && merges.size() < 5_000) {
            merges.add(new Merge(row(ends[0]), column(ends[0]), row(ends[1]), column(ends[1])));
        }
    }

    private static int row(String place) {
        return Integer.parseInt(place.replaceAll("\\D", ""));
    }

    private static int column(String place) {
        var column = 0;
        for (var c : place.replaceAll("[^A-Z]", "").toCharArray()) {
            column = column * 26 + c - 'A' + 1;
        }
        return column - 1;
    }

    private static boolean on(XMLStreamReader reader, String name) {
        var value = attribute(reader, name);
        return value.equals("1") || value.equals("true");
    }

    private static String attribute(XMLStreamReader reader, String name) {
        return Objects.requireNonNullElse(reader.getAttributeValue(null, name), "");
    }

    /** The relation's id, whatever its prefix. */
    private static String id(XMLStreamReader reader) {
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals("id")) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    private interface Visitor {
        void visit(XMLStreamReader reader);
    }

    private static void elements(ZipFile zip, String entry, Visitor visitor) throws IOException, XMLStreamException {
        var found = zip.getEntry(entry);
        if (found == null) {
            return;
        }
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = zip.getInputStream(found)) {
            var reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    visitor.visit(reader);
                }
            }
        } catch (NumberFormatException e) {
            throw new IOException(e);
        }
    }
}
