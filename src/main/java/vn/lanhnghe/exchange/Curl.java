package vn.lanhnghe.exchange;

import static java.util.stream.Collectors.joining;

import vn.lanhnghe.intake.Field;
import vn.lanhnghe.intake.SheetKind;

/** Lines to paste into a terminal: first a token, then one record that is checked and not written. */
final class Curl {

    private Curl() {}

    static String token(String address, String clientId, String secret) {
        return """
                TOKEN=$(curl -s -u '%s:%s' \\
                  -d grant_type=client_credentials %s/api/token \\
                  | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')""".formatted(clientId, secret, address);
    }

    static String record(String address, SheetKind kind) {
        return """
                curl -s -X PUT '%s/api/v1/%s/thu-1?dryRun=true' \\
                  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
                  -d '{%s}'""".formatted(address, kind.code(), example(kind));
    }

    static String example(SheetKind kind) {
        var fields = kind.fields().stream()
                .filter(it -> it.required() && !it.example().isEmpty())
                .map(Curl::example)
                .collect(joining(", "));
        return kind.takes(OpenApi.MODULE)
                ? fields + ", \"%s\": {\"value\": \"7,5\", \"legend\": 3}".formatted(OpenApi.MODULE)
                : fields;
    }

    private static String example(Field field) {
        return "\"%s\": \"%s\"".formatted(field.key(), field.example());
    }
}
