package vn.lanhnghe.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lanhnghe.intake.FaultKind;
import vn.lanhnghe.intake.Field;
import vn.lanhnghe.intake.SheetKind;

/** The API as machines read it, OpenAPI 3.1 and JSON Schema 2020-12, drawn from the same sheets that check what is sent. */
@Component
class OpenApi {

    /** An extra column, as a sheet of marks has one for each module. */
    static final String MODULE = "MĐ08 Lập trình căn bản";

    private final ExchangeSettings settings;

    OpenApi(ExchangeSettings settings) {
        this.settings = settings;
    }

    Map<String, Object> document(List<SheetKind> kinds) {
        var paths = new LinkedHashMap<String, Object>();
        paths.put("/api/token", Map.of("post", token()));
        var schemas = new LinkedHashMap<String, Object>();
        var scopes = new LinkedHashMap<String, Object>();
        for (var kind : kinds) {
            paths.put("/api/v1/" + kind.code(), map("get", list(kind), "post", batch(kind)));
            paths.put("/api/v1/" + kind.code() + "/{sourceId}", map("get", one(kind), "put", put(kind)));
            schemas.put(kind.code(), fields(kind));
            scopes.put(kind.code() + ":check", "Kiểm tra, không ghi: " + kind.label());
            scopes.put(kind.code() + ":write", "Kiểm tra và ghi: " + kind.label());
        }
        schemas.put("problem", problem());
        schemas.put("error", error());
        schemas.put("verdict", verdict());
        schemas.put("status", status());
        return map(
                "openapi",
                "3.1.0",
                "info",
                map(
                        "title",
                        "Lành Nghề – API",
                        "version",
                        "1",
                        "description",
                        "Phần mềm của trường gửi bản ghi vào sổ, qua đúng các phép kiểm tra của tệp. / A college's own systems send"
                                + " records into the register, through the same checks as files. See /api.",
                        "license",
                        map("name", "Apache-2.0", "identifier", "Apache-2.0")),
                "servers",
                List.of(map("url", "/")),
                "security",
                List.of(map("oauth2", List.of())),
                "paths",
                paths,
                "components",
                map(
                        "securitySchemes",
                        map(
                                "oauth2",
                                map(
                                        "type",
                                        "oauth2",
                                        "flows",
                                        map("clientCredentials", map("tokenUrl", "/api/token", "scopes", scopes))),
                                "client",
                                map("type", "http", "scheme", "basic")),
                        "schemas",
                        schemas,
                        "responses",
                        responses()));
    }

    /** The schema of one kind on its own. */
    Map<String, Object> schema(SheetKind kind) {
        var schema = map(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "$id",
                "/api/v1/schemas/" + kind.code() + ".json");
        schema.putAll(fields(kind));
        return schema;
    }

    private static Map<String, Object> fields(SheetKind kind) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put(
                Pushes.SOURCE_ID,
                map(
                        "type",
                        "string",
                        "minLength",
                        1,
                        "maxLength",
                        100,
                        "description",
                        "Mã của bản ghi trong phần mềm của trường / the record's id in your system"));
        kind.fields().forEach(it -> properties.put(it.key(), field(it)));
        var schema = map(
                "title",
                kind.label(),
                "type",
                "object",
                "properties",
                properties,
                "required",
                kind.fields().stream().filter(Field::required).map(Field::key).toList());
        if (kind.takes(MODULE)) {
            schema.put(
                    "patternProperties",
                    map(
                            "^\\p{L}{1,4}[ .-]?\\d{1,4}[a-z]?[ .:–-]+\\p{L}",
                            map(
                                    "description",
                                    "Một môn học, mô-đun: mã và tên, ví dụ “%s”; legend là số tín chỉ. / A module: code and name; legend is its credits."
                                            .formatted(MODULE),
                                    "oneOf",
                                    List.of(
                                            map("type", List.of("string", "number", "null")),
                                            map(
                                                    "type",
                                                    "object",
                                                    "properties",
                                                    map(
                                                            "value",
                                                            map("type", List.of("string", "number", "null")),
                                                            "legend",
                                                            map("type", List.of("string", "number"))),
                                                    "required",
                                                    List.of("value"),
                                                    "additionalProperties",
                                                    false)))));
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> field(Field field) {
        var schema = map("title", field.label());
        var type = "string";
        var description = "";
        switch (field.type()) {
            case Field.Text text -> schema.put("maxLength", text.longest());
            case Field.PersonName name -> schema.put("maxLength", 120);
            case Field.Day day ->
                description = "dd/MM/yyyy hoặc/or yyyy-MM-dd, từ/from %s đến/to %s".formatted(day.first(), day.last());
            case Field.Code code -> description = code.how();
            case Field.CitizenId id -> schema.put("pattern", "^[0-9]{12}$");
            case Field.Phone phone -> description = "10 chữ số, bắt đầu bằng 0 / ten digits, the first a 0";
            case Field.Decimal decimal -> {
                type = "number";
                schema.put("minimum", decimal.least());
                schema.put("maximum", decimal.most());
            }
            case Field.Choice choice ->
                schema.put(
                        "enum",
                        choice.words().values().stream()
                                .flatMap(List::stream)
                                .distinct()
                                .toList());
        }
        var types = new ArrayList<String>(List.of(type));
        if (type.equals("number")) {
            types.add("string"); // "7,5" is taken as well
        }
        if (!field.required() && !schema.containsKey("enum")) {
            types.add("null");
        }
        schema.put("type", types.size() == 1 ? types.getFirst() : types);
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
        if (!field.example().isEmpty()) {
            schema.put("examples", List.of(field.example()));
        }
        return schema;
    }

    private static Map<String, Object> token() {
        return map(
                "operationId",
                "token",
                "summary",
                "Xin token / ask for a token (RFC 6749, 4.4)",
                "security",
                List.of(map("client", List.of()), map()),
                "requestBody",
                map(
                        "required",
                        true,
                        "content",
                        map(
                                "application/x-www-form-urlencoded",
                                map(
                                        "schema",
                                        map(
                                                "type",
                                                "object",
                                                "properties",
                                                map(
                                                        "grant_type",
                                                        map("const", "client_credentials"),
                                                        "client_id",
                                                        text(),
                                                        "client_secret",
                                                        text(),
                                                        "scope",
                                                        text()),
                                                "required",
                                                List.of("grant_type"))))),
                "responses",
                map(
                        "200",
                        content(
                                "Token",
                                "application/json",
                                object(
                                        "access_token",
                                        text(),
                                        "token_type",
                                        text(),
                                        "expires_in",
                                        map("type", "integer"),
                                        "scope",
                                        text())),
                        "400",
                        content(
                                "Lỗi / error",
                                "application/json",
                                object("error", text(), "error_description", text())),
                        "401",
                        content(
                                "Lỗi / error",
                                "application/json",
                                object("error", text(), "error_description", text()))));
    }

    private Map<String, Object> batch(SheetKind kind) {
        var item = fields(kind);
        var required = new ArrayList<String>();
        required.add(Pushes.SOURCE_ID);
        kind.fields().stream().filter(Field::required).map(Field::key).forEach(required::add);
        item.put("required", required);
        return map(
                "operationId",
                "send-" + kind.code(),
                "summary",
                "Gửi nhiều bản ghi / send many records: " + kind.label(),
                "security",
                needs(kind, "write"),
                "parameters",
                List.of(dryRun(), idempotencyKey()),
                "requestBody",
                body(map(
                        "type",
                        "object",
                        "properties",
                        map(
                                "items",
                                map(
                                        "type",
                                        "array",
                                        "minItems",
                                        1,
                                        "maxItems",
                                        settings.largestBatch(),
                                        "items",
                                        item)),
                        "required",
                        List.of("items"))),
                "responses",
                answers(
                        "200",
                        content(
                                "Kết quả từng mục / a verdict for each item",
                                "application/json",
                                object(
                                        "dryRun",
                                        map("type", "boolean"),
                                        "batch",
                                        map("type", "integer"),
                                        "records",
                                        text(),
                                        "counts",
                                        object(
                                                "created",
                                                count(),
                                                "updated",
                                                count(),
                                                "unchanged",
                                                count(),
                                                "rejected",
                                                count()),
                                        "items",
                                        map("type", "array", "items", ref("verdict")))),
                        "400",
                        "401",
                        "403",
                        "409",
                        "413",
                        "415",
                        "422",
                        "429",
                        "500"));
    }

    private static Map<String, Object> put(SheetKind kind) {
        return map(
                "operationId",
                "put-" + kind.code(),
                "summary",
                "Gửi một bản ghi / send one record: " + kind.label(),
                "security",
                needs(kind, "write"),
                "parameters",
                List.of(sourceId(), dryRun(), idempotencyKey()),
                "requestBody",
                body(ref(kind.code())),
                "responses",
                answers(
                        "200",
                        content("Đã sửa hoặc không đổi / updated or unchanged", "application/json", ref("verdict")),
                        "201",
                        content("Đã ghi mới / created", "application/json", ref("verdict")),
                        "400",
                        "401",
                        "403",
                        "404",
                        "409",
                        "413",
                        "415",
                        "422",
                        "429",
                        "500"));
    }

    private static Map<String, Object> list(SheetKind kind) {
        return map(
                "operationId",
                "list-" + kind.code(),
                "summary",
                "Xem đã gửi gì / what was sent: " + kind.label(),
                "security",
                needs(kind, "check"),
                "parameters",
                List.of(
                        map("name", "after", "in", "query", "schema", text()),
                        map(
                                "name",
                                "size",
                                "in",
                                "query",
                                "schema",
                                map("type", "integer", "minimum", 1, "maximum", 1000)),
                        map("name", "result", "in", "query", "schema", result())),
                "responses",
                answers(
                        "200",
                        content(
                                "Một trang / a page",
                                "application/json",
                                object("items", map("type", "array", "items", ref("status")), "next", text())),
                        "401",
                        "403",
                        "404",
                        "429",
                        "500"));
    }

    private static Map<String, Object> one(SheetKind kind) {
        return map(
                "operationId",
                "get-" + kind.code(),
                "summary",
                "Tình trạng một bản ghi / the state of one record: " + kind.label(),
                "security",
                needs(kind, "check"),
                "parameters",
                List.of(sourceId()),
                "responses",
                answers(
                        "200",
                        content("Tình trạng / state", "application/json", ref("status")),
                        "401",
                        "403",
                        "404",
                        "429",
                        "500"));
    }

    private static Map<String, Object> responses() {
        var responses = new LinkedHashMap<String, Object>();
        for (var kind : Problem.Kind.values()) {
            if (kind == Problem.Kind.METHOD) {
                continue; // the answer to what is not described here
            }
            responses.merge(
                    "problem" + kind.status().value(),
                    content(kind.title() + " / " + kind.titleEn(), "application/problem+json", ref("problem")),
                    (first, second) -> first);
        }
        return responses;
    }

    private static Map<String, Object> problem() {
        var problem = object(
                "type",
                text(),
                "title",
                text(),
                "titleEn",
                text(),
                "status",
                map("type", "integer"),
                "detail",
                text(),
                "detailEn",
                text(),
                "instance",
                text(),
                "correlationId",
                text(),
                "errors",
                map("type", "array", "items", ref("error")));
        problem.put("required", List.of("type", "title", "status", "detail", "correlationId"));
        return problem;
    }

    private static Map<String, Object> error() {
        var codes =
                java.util.Arrays.stream(FaultKind.values()).map(FaultKind::code).toList();
        var error = object(
                "pointer",
                text(),
                "value",
                text(),
                "code",
                map("type", "string", "enum", codes),
                "message",
                text(),
                "messageEn",
                text(),
                "fix",
                text());
        error.put("required", List.of("pointer", "value", "code", "message", "messageEn"));
        return error;
    }

    private static Map<String, Object> verdict() {
        var verdict = object(
                "index",
                map("type", "integer"),
                Pushes.SOURCE_ID,
                text(),
                "result",
                result(),
                "self",
                text(),
                "errors",
                map("type", "array", "items", ref("error")),
                "kept",
                map(
                        "type",
                        "array",
                        "description",
                        "Giá trị sửa tay được giữ / values kept because a person wrote them by hand; send overwrite to replace them",
                        "items",
                        object("field", text(), "kept", text(), "sent", text())),
                "dryRun",
                map("type", "boolean"),
                "batch",
                map("type", "integer"),
                "records",
                text());
        verdict.put("required", List.of("index", Pushes.SOURCE_ID, "result", "self"));
        return verdict;
    }

    private static Map<String, Object> status() {
        var status = object(
                Pushes.SOURCE_ID,
                text(),
                "result",
                result(),
                "sentAt",
                map("type", "string", "format", "date-time"),
                "self",
                text(),
                "batch",
                map("type", "integer"),
                "errors",
                map("type", "array", "items", ref("error")));
        status.put("required", List.of(Pushes.SOURCE_ID, "result", "sentAt", "self"));
        return status;
    }

    private static Map<String, Object> result() {
        return map("type", "string", "enum", List.of("created", "updated", "unchanged", "rejected"));
    }

    private static Map<String, Object> sourceId() {
        return map("name", Pushes.SOURCE_ID, "in", "path", "required", true, "schema", text());
    }

    private static Map<String, Object> dryRun() {
        return map(
                "name",
                "dryRun",
                "in",
                "query",
                "description",
                "Chỉ kiểm tra / check only",
                "schema",
                map("type", "boolean"));
    }

    private static Map<String, Object> idempotencyKey() {
        return map("name", "Idempotency-Key", "in", "header", "schema", map("type", "string", "maxLength", 200));
    }

    private static List<Object> needs(SheetKind kind, String right) {
        return List.of(map("oauth2", List.of(kind.code() + ":" + right)));
    }

    private static Map<String, Object> body(Map<String, Object> schema) {
        return map("required", true, "content", map("application/json", map("schema", schema)));
    }

    private static Map<String, Object> content(String description, String type, Map<String, Object> schema) {
        return map("description", description, "content", map(type, map("schema", schema)));
    }

    /** Pairs of a status and its answer first; a status alone is a problem. */
    private static Map<String, Object> answers(Object... parts) {
        var answers = new LinkedHashMap<String, Object>();
        for (var i = 0; i < parts.length; i++) {
            var status = (String) parts[i];
            if (i + 1 < parts.length && parts[i + 1] instanceof Map<?, ?> answer) {
                answers.put(status, answer);
                i++;
            } else {
                answers.put(status, map("$ref", "#/components/responses/problem" + status));
            }
        }
        return answers;
    }

    private static Map<String, Object> ref(String schema) {
        return map("$ref", "#/components/schemas/" + schema);
    }

    private static Map<String, Object> object(Object... properties) {
        return map("type", "object", "properties", map(properties));
    }

    private static Map<String, Object> text() {
        return map("type", "string");
    }

    private static Map<String, Object> count() {
        return map("type", "integer", "minimum", 0);
    }

    private static Map<String, Object> map(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
