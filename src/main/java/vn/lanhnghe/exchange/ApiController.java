package vn.lanhnghe.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lanhnghe.intake.Items;
import vn.lanhnghe.intake.SheetKind;
import vn.lanhnghe.shared.Secret;

/** The API for colleges' own systems: one path a kind of sheet, the same for all. */
@RestController
class ApiController {

    private static final int PAGE = 1_000;

    private final Items items;
    private final Pushes pushes;
    private final SourceRepository sources;
    private final Replays replays;
    private final Limits limits;
    private final Problems problems;
    private final OpenApi openApi;
    private final ExchangeSettings settings;
    private final JsonMapper json;

    ApiController(
            Items items,
            Pushes pushes,
            SourceRepository sources,
            Replays replays,
            Limits limits,
            Problems problems,
            OpenApi openApi,
            ExchangeSettings settings,
            JsonMapper json) {
        this.items = items;
        this.pushes = pushes;
        this.sources = sources;
        this.replays = replays;
        this.limits = limits;
        this.problems = problems;
        this.openApi = openApi;
        this.settings = settings;
        this.json = json;
    }

    @GetMapping("/api/openapi.json")
    ResponseEntity<byte[]> description() {
        return answer(HttpStatus.OK, openApi.document(items.kinds()));
    }

    @GetMapping("/api/v1/schemas/{kind}.json")
    ResponseEntity<byte[]> schema(@PathVariable String kind) {
        return answer(HttpStatus.OK, openApi.schema(kind(kind)));
    }

    @GetMapping("/api/v1/{kind}")
    ResponseEntity<byte[]> list(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String result,
            @RequestParam(defaultValue = "100") String size,
            @AuthenticationPrincipal @Nullable ApiCaller caller) {
        allowed(caller, kind(kind), false);
        var most = size.matches("\\d{1,4}") ? Math.clamp(Integer.parseInt(size), 1, PAGE) : 100;
        var rows = sources.list(kind, after, result, most);
        var body = new LinkedHashMap<String, Object>();
        body.put("items", rows.stream().map(it -> status(kind, it)).toList());
        if (rows.size() < most) {
            return answer(HttpStatus.OK, body);
        }
        var next = "/api/v1/%s?size=%d&after=%s%s"
                .formatted(
                        kind,
                        most,
                        UriUtils.encode(rows.getLast().sourceId(), StandardCharsets.UTF_8),
                        result.isEmpty() ? "" : "&result=" + UriUtils.encode(result, StandardCharsets.UTF_8));
        body.put("next", next);
        return ResponseEntity.ok()
                .header("Link", "<" + next + ">; rel=\"next\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(body));
    }

    @GetMapping("/api/v1/{kind}/{sourceId}")
    ResponseEntity<byte[]> one(
            @PathVariable String kind,
            @PathVariable String sourceId,
            @AuthenticationPrincipal @Nullable ApiCaller caller) {
        allowed(caller, kind(kind), false);
        var source = sources.find(kind, List.of(sourceId)).get(sourceId);
        if (source == null) {
            throw new Problem(
                    Problem.Kind.NOT_FOUND,
                    "Chưa có bản ghi nào gửi với mã nguồn này.",
                    "Nothing has been sent under this source id.");
        }
        return answer(HttpStatus.OK, status(kind, source));
    }

    @PutMapping("/api/v1/{kind}/{sourceId}")
    ResponseEntity<byte[]> put(
            @PathVariable String kind,
            @PathVariable String sourceId,
            @RequestParam(defaultValue = "false") String dryRun,
            @AuthenticationPrincipal @Nullable ApiCaller caller,
            HttpServletRequest request)
            throws IOException {
        var dry = Boolean.parseBoolean(dryRun);
        var sheet = kind(kind);
        var known = allowed(caller, sheet, !dry);
        return work(request, known, body -> {
            var said = body.get(Pushes.SOURCE_ID);
            if (said != null && !said.asString().equals(sourceId)) {
                throw malformed(
                        "Thuộc tính sourceId khác với mã nguồn trong địa chỉ.",
                        "The property sourceId differs from the source id in the address.");
            }
            body.put(Pushes.SOURCE_ID, sourceId);
            limits.items(known, 1);
            var outcome = pushes.push(known, sheet, List.of(body), dry);
            var verdict = outcome.verdicts().getFirst();
            if (verdict.result().equals("rejected")) {
                return rejected(request, verdict);
            }
            var status = verdict.result().equals("created") && !dry ? HttpStatus.CREATED : HttpStatus.OK;
            var told = shown(kind, verdict);
            told.put("dryRun", dry);
            records(told, sheet, outcome.batch());
            return answer(status, told);
        });
    }

    @PostMapping("/api/v1/{kind}")
    ResponseEntity<byte[]> post(
            @PathVariable String kind,
            @RequestParam(defaultValue = "false") String dryRun,
            @AuthenticationPrincipal @Nullable ApiCaller caller,
            HttpServletRequest request)
            throws IOException {
        var dry = Boolean.parseBoolean(dryRun);
        var sheet = kind(kind);
        var known = allowed(caller, sheet, !dry);
        return work(request, known, body -> {
            var sent = sent(body);
            limits.items(known, sent.size());
            var outcome = pushes.push(known, sheet, sent, dry);
            var told = new LinkedHashMap<String, Object>();
            told.put("dryRun", dry);
            records(told, sheet, outcome.batch());
            var counts = new LinkedHashMap<String, Integer>();
            List.of("created", "updated", "unchanged", "rejected").forEach(it -> counts.put(it, 0));
            outcome.verdicts().forEach(it -> counts.merge(it.result(), 1, Integer::sum));
            told.put("counts", counts);
            told.put(
                    "items",
                    outcome.verdicts().stream().map(it -> shown(kind, it)).toList());
            return answer(HttpStatus.OK, told);
        });
    }

    /** Whatever else is asked below /api/. */
    @RequestMapping("/api/**")
    ResponseEntity<byte[]> other(HttpServletRequest request) {
        var path = request.getRequestURI();
        var allow = path.equals("/api/token")
                ? "POST"
                : path.equals("/api/openapi.json") || path.matches("/api/v1/schemas/[^/]+")
                        ? "GET"
                        : path.matches("/api/v1/[^/]+")
                                ? "GET, POST"
                                : path.matches("/api/v1/[^/]+/[^/]+") ? "GET, PUT" : "";
        if (allow.isEmpty()) {
            throw new Problem(Problem.Kind.NOT_FOUND, "Không có địa chỉ này.", "There is no such address.");
        }
        throw new Problem(
                        Problem.Kind.METHOD,
                        "Địa chỉ này nhận: %s.".formatted(allow),
                        "This address takes: %s.".formatted(allow))
                .header("Allow", allow);
    }

    private SheetKind kind(String code) {
        return items.find(code)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND,
                        "Không có loại bản ghi này. Các loại: "
                                + String.join(
                                        ", ",
                                        items.kinds().stream()
                                                .map(SheetKind::code)
                                                .toList()),
                        "There is no such kind of record."));
    }

    private static ApiCaller allowed(@Nullable ApiCaller caller, SheetKind kind, boolean write) {
        if (caller == null || !caller.may(kind.code(), write)) {
            var needed = kind.code() + (write ? ":write" : ":check");
            throw new Problem(
                            Problem.Kind.FORBIDDEN,
                            "Việc này cần quyền %s. Người quản lý kết nối của trường cấp quyền ở trang Kết nối."
                                    .formatted(needed),
                            "This needs the scope %s, which the college grants on its page Kết nối.".formatted(needed))
                    .header("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"%s\"".formatted(needed));
        }
        return caller;
    }

    private ResponseEntity<byte[]> work(
            HttpServletRequest request, ApiCaller caller, Function<ObjectNode, ResponseEntity<byte[]>> deed)
            throws IOException {
        var bytes = bytes(request);
        var key = request.getHeader("Idempotency-Key");
        if (key == null) {
            return deed.apply(object(bytes));
        }
        var asked = request.getMethod() + " " + request.getRequestURI() + "?"
                + Objects.toString(request.getQueryString(), "") + " " + Secret.hash(bytes);
        return replays.once(caller, key, Secret.hash(asked), () -> deed.apply(object(bytes)));
    }

    private byte[] bytes(HttpServletRequest request) throws IOException {
        if (!isJson(request.getContentType())) {
            throw new Problem(
                            Problem.Kind.MEDIA_TYPE,
                            "Gửi nội dung kiểu application/json, mã hoá UTF-8.",
                            "Send application/json in UTF-8.")
                    .header("Accept", "application/json");
        }
        var most = settings.bodyMegabytes() * 1_000_000;
        var bytes = request.getContentLengthLong() > most
                ? new byte[most + 1]
                : request.getInputStream().readNBytes(most + 1);
        if (bytes.length > most) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "Nội dung được nhận tối đa %d MB. Hãy chia thành nhiều lần gửi."
                            .formatted(settings.bodyMegabytes()),
                    "A request may hold %d MB. Send the items in several requests."
                            .formatted(settings.bodyMegabytes()));
        }
        return bytes;
    }

    private static boolean isJson(@Nullable String type) {
        try {
            return type != null && MimeTypeUtils.parseMimeType(type).isCompatibleWith(MimeTypeUtils.APPLICATION_JSON);
        } catch (InvalidMimeTypeException e) {
            return false;
        }
    }

    private ObjectNode object(byte[] bytes) {
        try {
            if (json.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
            throw malformed("Nội dung phải là một đối tượng JSON.", "The body must be a JSON object.");
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw malformed(
                    "JSON sai cú pháp ở dòng %d, cột %d.".formatted(place.getLineNr(), place.getColumnNr()),
                    "The JSON is malformed at line %d, column %d.".formatted(place.getLineNr(), place.getColumnNr()));
        }
    }

    private List<JsonNode> sent(ObjectNode body) {
        var list = body.get("items");
        if (list == null || !list.isArray() || body.size() > 1) {
            throw malformed(
                    "Nội dung cần đúng một thuộc tính items là danh sách các bản ghi.",
                    "The body needs exactly one property, items, a list of records.");
        }
        if (list.size() > settings.largestBatch()) {
            throw new Problem(
                    Problem.Kind.TOO_MANY_ITEMS,
                    "Một lần gửi được tối đa %d mục, lần này có %d. Hãy chia thành nhiều lần gửi."
                            .formatted(settings.largestBatch(), list.size()),
                    "A request may hold %d items, this one has %d. Send them in several requests."
                            .formatted(settings.largestBatch(), list.size()));
        }
        var sent = new ArrayList<JsonNode>();
        list.forEach(sent::add);
        for (var i = 0; i < sent.size(); i++) {
            if (!sent.get(i).isObject()) {
                throw malformed(
                        "Mục %d trong items không phải đối tượng JSON.".formatted(i + 1),
                        "Item %d is no JSON object.".formatted(i + 1));
            }
        }
        if (sent.isEmpty()) {
            throw malformed("Danh sách items đang trống.", "The list of items is empty.");
        }
        return sent;
    }

    private ResponseEntity<byte[]> rejected(HttpServletRequest request, Pushes.Verdict verdict) {
        var problem = new Problem(
                        Problem.Kind.INVALID,
                        "Bản ghi có %d lỗi; chưa ghi gì vào sổ."
                                .formatted(verdict.errors().size()),
                        "The record has %d errors; nothing was written."
                                .formatted(verdict.errors().size()))
                .with("errors", verdict.errors());
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.body(problem, request));
    }

    private static Map<String, Object> shown(String kind, Pushes.Verdict verdict) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("index", verdict.index());
        shown.put(Pushes.SOURCE_ID, verdict.sourceId());
        shown.put("result", verdict.result());
        shown.put("self", self(kind, verdict.sourceId()));
        if (!verdict.kept().isEmpty()) {
            shown.put("kept", verdict.kept());
        }
        if (!verdict.errors().isEmpty()) {
            shown.put("errors", verdict.errors());
        }
        return shown;
    }

    private static void records(Map<String, Object> told, SheetKind kind, @Nullable Long batch) {
        if (batch != null) {
            told.put("batch", batch);
            told.put("records", kind.address(batch));
        }
    }

    private Map<String, Object> status(String kind, SourceRepository.Source source) {
        var status = new LinkedHashMap<String, Object>();
        status.put(Pushes.SOURCE_ID, source.sourceId());
        status.put("result", source.result());
        status.put("sentAt", source.sentAt().toInstant().toString());
        status.put("self", self(kind, source.sourceId()));
        if (source.batchId() != null) {
            status.put("batch", source.batchId());
        }
        if (source.errors() != null) {
            status.put("errors", json.readTree(source.errors()));
        }
        return status;
    }

    private static String self(String kind, String sourceId) {
        return "/api/v1/" + kind + "/" + UriUtils.encode(sourceId, StandardCharsets.UTF_8);
    }

    private ResponseEntity<byte[]> answer(HttpStatus status, Object body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(body));
    }

    private static Problem malformed(String detail, String detailEn) {
        return new Problem(Problem.Kind.MALFORMED, detail, detailEn);
    }
}
