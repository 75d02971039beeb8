package vn.lanhnghe.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Secret;

/** OAuth 2.1, client credentials: a key's id and secret for a token of a quarter of an hour (RFC 6749, section 4.4). */
@RestController
class TokenController {

    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final String BASIC = "Basic ";

    private record Credentials(String id, String secret) {}

    private final KeyRepository keys;

    TokenController(KeyRepository keys) {
        this.keys = keys;
    }

    @PostMapping("/api/token")
    ResponseEntity<Map<String, Object>> token(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
            @RequestParam Map<String, String> form) {
        var basic = authorization.regionMatches(true, 0, BASIC, 0, BASIC.length());
        if (!form.containsKey("grant_type") || basic && form.containsKey("client_secret")) {
            return refused(400, "invalid_request", "send grant_type once, and the secret in one way only", false);
        }
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return refused(400, "unsupported_grant_type", "only client_credentials is known here", false);
        }
        var key = (basic ? basic(authorization.substring(BASIC.length())) : posted(form))
                .flatMap(it -> Scope.system().get(() -> keys.findBySecret(it.id(), Secret.hash(it.secret()))));
        if (key.isEmpty()) {
            return refused(401, "invalid_client", "unknown client, wrong secret or revoked key", basic);
        }
        var granted = granted(key.get(), form.getOrDefault("scope", "").strip());
        if (granted.isEmpty()) {
            return refused(400, "invalid_scope", "this key has: " + key.get().scopes(), false);
        }
        var token = "lnt_" + Secret.next(32);
        Scope.system().run(() -> keys.insertToken(Secret.hash(token), key.get(), granted, LIFE));
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", token);
        answer.put("token_type", "Bearer");
        answer.put("expires_in", LIFE.toSeconds());
        answer.put("scope", granted);
        return unkept(ResponseEntity.ok()).body(answer);
    }

    /** All that the key has, or those asked for; empty when it lacks one of these. */
    private static String granted(ApiKey key, String asked) {
        if (asked.isEmpty()) {
            return key.scopes();
        }
        var own = key.scopeList().stream()
                .flatMap(it -> Stream.of(it, it.replace(":write", ":check")))
                .toList();
        var wanted = List.of(asked.split(" +"));
        return own.containsAll(wanted) ? String.join(" ", wanted) : "";
    }

    private static Optional<Credentials> posted(Map<String, String> form) {
        return form.containsKey("client_id") && form.containsKey("client_secret")
                ? Optional.of(new Credentials(form.get("client_id"), form.get("client_secret")))
                : Optional.empty();
    }

    private static Optional<Credentials> basic(String encoded) {
        try {
            var parts = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8).split(":", 2);
            var plain = Arrays.stream(parts)
                    .map(it -> URLDecoder.decode(it, StandardCharsets.UTF_8))
                    .toList();
            return plain.size() == 2 ? Optional.of(new Credentials(plain.get(0), plain.get(1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<Map<String, Object>> refused(
            int status, String error, String description, boolean challenge) {
        var answer = ResponseEntity.status(status);
        if (challenge) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"/api/token\"");
        }
        return unkept(answer).body(Map.of("error", error, "error_description", description));
    }

    private static ResponseEntity.BodyBuilder unkept(ResponseEntity.BodyBuilder answer) {
        return answer.contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.PRAGMA, "no-cache");
    }
}
