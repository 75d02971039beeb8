package vn.lanhnghe.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** An answer that is no, as RFC 9457 wants it: what kind, what exactly, in Vietnamese and in English. */
final class Problem extends RuntimeException {

    /** The kinds of trouble a caller can have; the slug is the end of the problem's type. */
    enum Kind {
        MALFORMED(400, "malformed", "Yêu cầu không đọc được", "The request cannot be read"),
        TOO_MANY_ITEMS(400, "too-many-items", "Quá nhiều mục", "Too many items"),
        UNAUTHENTICATED(401, "unauthenticated", "Chưa xác thực", "Not authenticated"),
        FORBIDDEN(403, "insufficient-scope", "Khoá không có quyền này", "The key lacks this scope"),
        NOT_FOUND(404, "not-found", "Không tìm thấy", "Not found"),
        METHOD(405, "method-not-allowed", "Phương thức không được nhận", "Method not allowed"),
        CONFLICT(409, "conflict", "Yêu cầu trước còn đang chạy", "Another request is still at work"),
        TOO_LARGE(413, "too-large", "Nội dung quá lớn", "Content too large"),
        MEDIA_TYPE(415, "unsupported-media-type", "Kiểu nội dung không được nhận", "Unsupported media type"),
        INVALID(422, "invalid", "Bản ghi có lỗi", "The record has errors"),
        KEY_REUSED(422, "idempotency-key-reused", "Khoá lặp đã dùng cho yêu cầu khác", "Idempotency key used before"),
        TOO_MANY_REQUESTS(429, "too-many-requests", "Quá nhiều yêu cầu", "Too many requests"),
        INTERNAL(500, "internal", "Hệ thống gặp trục trặc", "Something went wrong here");

        private final HttpStatus status;
        private final String slug;
        private final String title;
        private final String titleEn;

        Kind(int status, String slug, String title, String titleEn) {
            this.status = HttpStatus.valueOf(status);
            this.slug = slug;
            this.title = title;
            this.titleEn = titleEn;
        }

        HttpStatus status() {
            return status;
        }

        String slug() {
            return slug;
        }

        String title() {
            return title;
        }

        String titleEn() {
            return titleEn;
        }
    }

    private final Kind kind;
    private final String detailEn;
    private final transient Map<String, Object> more = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    Problem(Kind kind, String detail, String detailEn) {
        super(detail);
        this.kind = kind;
        this.detailEn = detailEn;
    }

    Problem with(String name, Object value) {
        more.put(name, value);
        return this;
    }

    Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Kind kind() {
        return kind;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** The body; {@code correlation} is also in the answer's header and in the log. */
    Map<String, Object> body(String path, String correlation) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "/api#" + kind.slug());
        body.put("title", kind.title());
        body.put("titleEn", kind.titleEn());
        body.put("status", kind.status().value());
        body.put("detail", String.valueOf(getMessage()));
        body.put("detailEn", detailEn);
        body.put("instance", path);
        body.put("correlationId", correlation);
        body.putAll(more);
        return body;
    }
}
