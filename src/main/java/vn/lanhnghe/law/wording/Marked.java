package vn.lanhnghe.law.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lanhnghe.shared.Vietnamese;

/** A piece of text with what was looked for or changed in it. */
public record Marked(String text, Kind kind) {

    /** How a piece is shown. */
    public enum Kind {
        PLAIN,
        HIT,
        ADDED,
        REMOVED
    }

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int BEFORE = 80;
    private static final int LONGEST = 320;

    /** The part of the words around the first hit, with every hit marked; marks of letters do not matter. */
    static List<Marked> snippet(String words, String query) {
        var wanted = terms(query);
        var first = -1;
        var matcher = WORD.matcher(words);
        while (first < 0 && matcher.find()) {
            if (wanted.contains(Vietnamese.fold(matcher.group()))) {
                first = matcher.start();
            }
        }
        var from = Math.max(0, first - BEFORE);
        if (from > 0) {
            from = Math.min(first, words.indexOf(' ', from) + 1);
        }
        var until = Math.min(words.length(), from + LONGEST);
        var cut = words.substring(from, until);
        var pieces = new ArrayList<Marked>();
        if (from > 0) {
            pieces.add(new Marked("… ", Kind.PLAIN));
        }
        var at = 0;
        matcher = WORD.matcher(cut);
        while (matcher.find()) {
            if (wanted.contains(Vietnamese.fold(matcher.group()))) {
                if (matcher.start() > at) {
                    pieces.add(new Marked(cut.substring(at, matcher.start()), Kind.PLAIN));
                }
                pieces.add(new Marked(matcher.group(), Kind.HIT));
                at = matcher.end();
            }
        }
        pieces.add(new Marked(cut.substring(at) + (until < words.length() ? " …" : ""), Kind.PLAIN));
        return pieces;
    }

    private static Set<String> terms(String query) {
        return WORD.matcher(query)
                .results()
                .map(it -> Vietnamese.fold(it.group()))
                .collect(Collectors.toSet());
    }
}
