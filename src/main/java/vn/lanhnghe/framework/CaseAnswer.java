package vn.lanhnghe.framework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What the address of a document, an item or a package of CASE 1.1 answers: the thing as JSON, or that there is none. */
public final class CaseAnswer {

    private CaseAnswer() {}

    /** {@code found} gives the whole package in which something of the identifier is. */
    public static ResponseEntity<Map<String, Object>> of(
            String kind, String identifier, Function<UUID, Optional<Map<String, Object>>> found) {
        return parse(identifier)
                .flatMap(id -> found.apply(id).flatMap(whole -> part(kind, id, whole)))
                .map(it -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(it))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of(
                                "imsx_codeMajor",
                                "failure",
                                "imsx_severity",
                                "error",
                                "imsx_description",
                                "No published " + kind.replaceAll("s$", "") + " has this identifier.",
                                "imsx_codeMinor",
                                Map.of(
                                        "imsx_codeMinorField",
                                        List.of(Map.of(
                                                "imsx_codeMinorFieldName",
                                                "sourcedId",
                                                "imsx_codeMinorFieldValue",
                                                "unknownobject"))))));
    }

    private static Optional<UUID> parse(String identifier) {
        try {
            return Optional.of(UUID.fromString(identifier));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<Map<String, Object>> part(String kind, UUID id, Map<String, Object> whole) {
        return switch (kind) {
            case "CFPackages" -> document(whole, id).map(it -> whole);
            case "CFDocuments" -> document(whole, id);
            case "CFItems" ->
                parts(whole.get("CFItems"))
                        .filter(it -> id.equals(it.get("identifier")))
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private static Optional<Map<String, Object>> document(Map<String, Object> whole, UUID id) {
        return parts(List.of(java.util.Objects.requireNonNull(whole.get("CFDocument"))))
                .filter(it -> id.equals(it.get("identifier")))
                .findFirst();
    }

    @SuppressWarnings("unchecked")
    private static Stream<Map<String, Object>> parts(@Nullable Object list) {
        return list instanceof List<?> some ? some.stream().map(it -> (Map<String, Object>) it) : Stream.of();
    }
}
