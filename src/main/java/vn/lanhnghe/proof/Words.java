package vn.lanhnghe.proof;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Counts what a document says, one for each quad that it has to yield: JSON-LD passes over words that it does not know, and what
 * is passed over is not signed.
 */
final class Words {

    private static final int MOST_NODES = 64;
    private static final Pattern ADDRESS = Pattern.compile("(https?://|did:web:)[^\\s<>\"{}|^`\\\\]+");

    private static final Set<String> NAMES = Stream.concat(
                    Stream.of(
                                    Term.NAME,
                                    Term.DESCRIPTION,
                                    Term.URL,
                                    Term.ISSUER,
                                    Term.VALID_FROM,
                                    Term.SUBJECT,
                                    Term.CREDENTIAL_STATUS,
                                    Term.STATUS_PURPOSE,
                                    Term.STATUS_INDEX,
                                    Term.STATUS_LIST,
                                    Term.ACHIEVEMENT,
                                    Term.ACHIEVEMENT_TYPE,
                                    Term.HUMAN_CODE,
                                    Term.FIELD_OF_STUDY,
                                    Term.CRITERIA,
                                    Term.NARRATIVE,
                                    Term.RESULT_DESCRIPTION,
                                    Term.RESULT_TYPE,
                                    Term.RESULT,
                                    Term.VALUE)
                            .map(Term::name),
                    Stream.concat(
                            Term.Ours.at("").names(),
                            Stream.of("created", "cryptosuite", "verificationMethod", "proofPurpose")))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> CLASSES = Stream.concat(
                    Stream.of(
                                    Term.CREDENTIAL,
                                    Term.ACHIEVEMENT_CREDENTIAL,
                                    Term.LIST_ENTRY,
                                    Term.PROFILE,
                                    Term.ACHIEVEMENT_SUBJECT,
                                    Term.ACHIEVEMENT_CLASS,
                                    Term.RESULT_CLASS,
                                    Term.RESULT_DESCRIPTION_CLASS)
                            .map(Term.Type::name),
                    Stream.of("DataIntegrityProof"))
            .collect(Collectors.toUnmodifiableSet());

    private Words() {}

    /** How many quads; -1 when there is a word that no credential of ours has, or a node without an address. */
    static int count(ObjectNode document) {
        var waiting = new ArrayDeque<JsonNode>(List.of(document));
        var quads = 0;
        for (var nodes = 0; !waiting.isEmpty(); nodes++) {
            var node = waiting.remove();
            if (nodes > MOST_NODES || nodes > 0 && !node.has("id")) {
                return -1;
            }
            for (var property : node.properties()) {
                var name = property.getKey();
                if (name.equals("@context") && nodes == 0) {
                    continue;
                }
                for (var value : each(property.getValue())) {
                    if (!fits(name, value)) {
                        return -1;
                    }
                    if (value.isObject()) {
                        waiting.add(value);
                    }
                    quads += name.equals("id") ? 0 : 1;
                }
            }
        }
        return quads;
    }

    private static boolean fits(String name, JsonNode value) {
        return switch (name) {
            case "id" -> value.isString() && ADDRESS.matcher(value.asString()).matches();
            case "type" -> value.isString() && CLASSES.contains(value.asString());
            default -> NAMES.contains(name) && (value.isString() || value.isObject());
        };
    }

    /** The members of a list, or the one that stands without brackets. */
    static Iterable<JsonNode> each(JsonNode node) {
        return node.isArray() ? node : List.of(node);
    }
}
