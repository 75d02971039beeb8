package vn.lanhnghe.proof;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.RdfDataset;
import com.apicatalog.rdf.RdfLiteral;
import com.apicatalog.rdf.RdfNQuad;
import com.apicatalog.rdf.RdfResource;
import com.apicatalog.rdf.RdfValue;
import io.setl.rdf.normalization.RdfNormalize;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The general road from JSON-LD to canonical N-Quads (RDFC-1.0), for documents that others hand in: contexts from the class
 * path alone, every term defined by them.
 */
final class Canonicaliser {

    private static final String STRING = "http://www.w3.org/2001/XMLSchema#string";
    private static final String LANGUAGE_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";
    private static final String ORIGIN = "^(https?://[^/]+)" + Contexts.OUR_PATH + "$";

    private static final Map<URI, Document> LOADED = new ConcurrentHashMap<>();

    private Canonicaliser() {}

    /** N-Quads in canonical form and order. */
    record Canonical(SortedSet<String> quads) {

        byte[] bytes() {
            return String.join("", quads).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The N-Quads, or {@link JsonLdError} where the document is no JSON-LD under the contexts that we know. */
    static Canonical canonical(String json) throws JsonLdError {
        var options = new JsonLdOptions((url, unused) -> load(url));
        options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
        options.setOrdered(false);
        var dataset = JsonLd.toRdf(JsonDocument.of(new StringReader(json)))
                .options(options)
                .get();
        return written(RdfNormalize.normalize(dataset));
    }

    /** Context documents by address; the caller has asked whether the address is one of ours. */
    private static Document load(URI url) throws JsonLdError {
        var known = LOADED.get(url);
        if (known != null) {
            return known;
        }
        var address = url.toString();
        var text = Contexts.OF_OTHERS.get(address);
        if (text != null) {
            return keep(url, text);
        }
        if (address.matches(ORIGIN)) {
            return JsonDocument.of(new StringReader(Contexts.oursText(address.replaceFirst(ORIGIN, "$1"))));
        }
        throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "unknown context");
    }

    private static Document keep(URI url, String text) throws JsonLdError {
        var document = JsonDocument.of(new StringReader(text));
        LOADED.put(url, document);
        return document;
    }

    private static Canonical written(RdfDataset dataset) {
        var quads = new TreeSet<String>();
        dataset.toList().forEach(it -> quads.add(written(it)));
        return new Canonical(quads);
    }

    private static String written(RdfNQuad quad) {
        var graph = quad.getGraphName().map(it -> resource(it) + " ").orElse("");
        return resource(quad.getSubject()) + " " + resource(quad.getPredicate()) + " " + value(quad.getObject()) + " "
                + graph + ".\n";
    }

    private static String value(RdfValue value) {
        if (!(value instanceof RdfLiteral literal)) {
            return resource((RdfResource) value);
        }
        var text = "\"" + Quads.escaped(literal.getValue()) + "\"";
        if (literal.getLanguage().isPresent()) {
            return text + "@" + literal.getLanguage().get();
        }
        var type = literal.getDatatype();
        return type == null || type.equals(STRING) || type.equals(LANGUAGE_STRING) ? text : text + "^^<" + type + ">";
    }

    private static String resource(RdfResource resource) {
        return resource.isIRI() ? "<" + resource.getValue() + ">" : resource.getValue();
    }
}
