package vn.lanhnghe.proof;

import java.util.List;

/** Takes down a document whose every node has an id, once as N-Quads that are signed, once as the JSON that is handed out. */
interface Sink {

    /** The document itself; everything until its {@link #end} is about it. */
    void begin(String id, List<Term.Type> types);

    /** A node with a list of types behind the term. */
    void node(Term link, String id, List<Term.Type> types);

    /** A node with one type, told without brackets. */
    void node(Term link, String id, Term.Type type);

    /** Several nodes behind one term follow. */
    void many(Term link);

    void endMany();

    void text(Term term, String value);

    void link(Term term, String iri);

    void end();
}
