package vn.lanhnghe.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Canonical N-Quads (RDFC-1.0) of a document without blank nodes: there is nothing to name then, and what remains of the
 * algorithm is writing each quad in its canonical form and sorting them by code points. No subject has two texts under one
 * predicate, so that what sorts is ASCII.
 */
final class Quads implements Sink {

    private static final String TYPE = " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <";

    private final List<String> quads = new ArrayList<>(64);
    private final Deque<String> subjects = new ArrayDeque<>();

    @Override
    public void begin(String id, List<Term.Type> types) {
        var subject = "<" + id + ">";
        subjects.push(subject);
        for (var type : types) {
            quads.add(subject + TYPE + type.iri() + "> .\n");
        }
    }

    @Override
    public void node(Term link, String id, List<Term.Type> types) {
        link(link, id);
        begin(id, types);
    }

    @Override
    public void node(Term link, String id, Term.Type type) {
        node(link, id, List.of(type));
    }

    @Override
    public void many(Term link) {
        // a set of nodes is so many quads
    }

    @Override
    public void endMany() {
        // as above
    }

    @Override
    public void text(Term term, String value) {
        quads.add(subjects.element() + term.predicate() + "\"" + escaped(value) + "\"" + term.suffix());
    }

    @Override
    public void link(Term term, String iri) {
        quads.add(subjects.element() + term.predicate() + "<" + iri + "> .\n");
    }

    @Override
    public void end() {
        subjects.pop();
    }

    byte[] canonical() {
        Collections.sort(quads);
        return String.join("", quads).getBytes(StandardCharsets.UTF_8);
    }

    /** As canonical N-Quads write a literal: seven characters by a letter, other control characters by their number. */
    static String escaped(String value) {
        for (var i = 0; i < value.length(); i++) {
            if (special(value.charAt(i))) {
                return escapedFrom(value, i);
            }
        }
        return value;
    }

    private static boolean special(char c) {
        return c < ' ' || c == '"' || c == '\\' || c == 0x7f;
    }

    private static String escapedFrom(String value, int first) {
        var text = new StringBuilder(value.length() + 8).append(value, 0, first);
        for (var i = first; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> {
                    if (special(c)) {
                        text.append("\\u%04X".formatted((int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        return text.toString();
    }
}
