package vn.lanhnghe.intake;

import java.util.ArrayList;
import java.util.List;

/** Lists of other offices, read as they came, for modules that only compare with them. */
public final class Lists {

    private Lists() {}

    /** One line: the spreadsheet's own row number and its cells, tidied, empty where there is none. */
    public record Line(int number, List<String> cells) {}

    /** The lines of the first sheet that holds any; refuses what is no XLSX or CSV in a sentence. */
    public static List<Line> read(byte[] file) {
        for (var grid : Reader.grids(file)) {
            var lines = new ArrayList<Line>();
            for (var line : grid.lines()) {
                var last =
                        line.cells().keySet().stream().mapToInt(it -> it).max().orElse(-1);
                var cells = new ArrayList<String>();
                for (var i = 0; i <= last; i++) {
                    cells.add(line.cell(i));
                }
                lines.add(new Line(line.number(), cells));
            }
            if (!lines.isEmpty()) {
                return lines;
            }
        }
        return List.of();
    }
}
