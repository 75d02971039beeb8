package vn.lanhnghe.intake;

import java.util.List;
import java.util.Map;

/** A sheet before anybody has asked what it means: its lines that hold anything, each cell as tidied text by column index. */
record Grid(String name, List<Line> lines, Layout layout) {

    Grid(String name, List<Line> lines) {
        this(name, lines, Layout.plain());
    }

    /** {@code number} is the spreadsheet's own, from 1. */
    record Line(int number, Map<Integer, String> cells) {

        String cell(int index) {
            return cells.getOrDefault(index, "");
        }
    }

    /** A, B, … Z, AA, AB …: the letter of a column counted from 0. */
    static String letter(int index) {
        var letter = new StringBuilder();
        for (var rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
            letter.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letter.toString();
    }
}
