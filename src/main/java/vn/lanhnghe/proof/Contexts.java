package vn.lanhnghe.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The JSON-LD contexts that we know, from the class path; no other is ever loaded. */
final class Contexts {

    static final String CREDENTIALS = "https://www.w3.org/ns/credentials/v2";
    static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    static final String DATA_INTEGRITY = "https://w3id.org/security/data-integrity/v2";
    static final String OUR_PATH = "/ns/van-bang/v1";

    /** What others publish, by its address. */
    static final Map<String, String> OF_OTHERS = Map.of(
            CREDENTIALS, read("credentials-v2.jsonld"),
            OPEN_BADGES, read("open-badges-3.0.3.jsonld"),
            DATA_INTEGRITY, read("data-integrity-v2.jsonld"));

    private static final String OURS = read("van-bang-v1.jsonld");

    private Contexts() {}

    /** Where our own context stands under a public address. */
    static String ours(String address) {
        return address + OUR_PATH;
    }

    static String oursText(String address) {
        return OURS.replace("{address}", address);
    }

    private static String read(String file) {
        try (var in = Objects.requireNonNull(Contexts.class.getResourceAsStream("/proof/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
