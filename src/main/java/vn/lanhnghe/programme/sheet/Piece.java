package vn.lanhnghe.programme.sheet;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A run of words that stayed, came or went. */
public record Piece(String words, Kind kind) {

    /** What became of it. */
    public enum Kind {
        KEPT,
        ADDED,
        REMOVED
    }

    /** Two wordings word by word. */
    static List<Piece> diff(String before, String after) {
        var pieces = new ArrayList<Piece>();
        for (var delta : DiffUtils.diff(words(before), words(after), true).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                pieces.add(new Piece(String.join(" ", delta.getSource().getLines()), Kind.KEPT));
                continue;
            }
            if (!delta.getSource().getLines().isEmpty()) {
                pieces.add(new Piece(String.join(" ", delta.getSource().getLines()), Kind.REMOVED));
            }
            if (!delta.getTarget().getLines().isEmpty()) {
                pieces.add(new Piece(String.join(" ", delta.getTarget().getLines()), Kind.ADDED));
            }
        }
        return pieces;
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("\\s+"));
    }
}
