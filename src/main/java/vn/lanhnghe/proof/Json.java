package vn.lanhnghe.proof;

import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The document as JSON, with its contexts before it and its proof behind it. */
final class Json implements Sink {

    private final StringWriter text = new StringWriter(4096);
    private final JsonGenerator json = JsonMapper.shared().createGenerator(text);
    private final List<String> contexts;
    private boolean many;

    Json(List<String> contexts) {
        this.contexts = contexts;
    }

    @Override
    public void begin(String id, List<Term.Type> types) {
        json.writeStartObject();
        json.writeName("@context");
        strings(contexts);
        json.writeStringProperty("id", id);
        types(types);
    }

    @Override
    public void node(Term link, String id, List<Term.Type> types) {
        open(link, id);
        types(types);
    }

    @Override
    public void node(Term link, String id, Term.Type type) {
        open(link, id);
        json.writeStringProperty("type", type.name());
    }

    @Override
    public void many(Term link) {
        json.writeName(link.name());
        json.writeStartArray();
        many = true;
    }

    @Override
    public void endMany() {
        json.writeEndArray();
        many = false;
    }

    @Override
    public void text(Term term, String value) {
        json.writeStringProperty(term.name(), value);
    }

    @Override
    public void link(Term term, String iri) {
        json.writeStringProperty(term.name(), iri);
    }

    @Override
    public void end() {
        json.writeEndObject();
    }

    private void open(Term link, String id) {
        if (!many) {
            json.writeName(link.name());
        }
        json.writeStartObject();
        json.writeStringProperty("id", id);
    }

    private void types(List<Term.Type> types) {
        if (!types.isEmpty()) {
            json.writeName("type");
            strings(types.stream().map(Term.Type::name).toList());
        }
    }

    private void strings(List<String> values) {
        json.writeStartArray();
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    /** Inside the document, before its end. */
    void proof(Shape shape, Proof proof) {
        json.writeName("proof");
        json.writeStartObject();
        json.writeStringProperty("type", "DataIntegrityProof");
        json.writeStringProperty("cryptosuite", Shape.SUITE);
        json.writeStringProperty("created", Shape.time(proof.created()));
        json.writeStringProperty("verificationMethod", shape.method(proof.keyId()));
        json.writeStringProperty("proofPurpose", "assertionMethod");
        json.writeStringProperty("proofValue", "z" + Base58.encode(proof.value()));
        json.writeEndObject();
    }

    String written() {
        json.close();
        return text.toString();
    }
}
