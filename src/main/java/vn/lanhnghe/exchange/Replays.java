package vn.lanhnghe.exchange;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;

/** Answers to requests with an Idempotency-Key, kept for a day and given again to the same request. */
@Component
class Replays {

    private record Kept(
            String requestHash,
            @Nullable Integer status,
            @Nullable String contentType,
            byte @Nullable [] body) {}

    private final JdbcClient jdbc;

    Replays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ResponseEntity<byte[]> once(
            ApiCaller caller, String key, String requestHash, Supplier<ResponseEntity<byte[]>> work) {
        if (!key.matches("[\\x21-\\x7e]{1,200}")) {
            throw new Problem(
                    Problem.Kind.MALFORMED,
                    "Idempotency-Key gồm 1 đến 200 ký tự ASCII, không có khoảng trắng.",
                    "An Idempotency-Key has 1 to 200 visible ASCII characters.");
        }
        if (!Scope.system().get(() -> begin(caller, key, requestHash))) {
            return again(Scope.system().get(() -> kept(caller, key)), requestHash);
        }
        try {
            var answer = work.get();
            Scope.system().run(() -> keep(caller, key, answer));
            return answer;
        } catch (RuntimeException e) {
            Scope.system().run(() -> drop(caller, key));
            throw e;
        }
    }

    private static ResponseEntity<byte[]> again(Kept kept, String requestHash) {
        if (!kept.requestHash().equals(requestHash)) {
            throw new Problem(
                    Problem.Kind.KEY_REUSED,
                    "Idempotency-Key này đã gửi với nội dung khác. Mỗi yêu cầu mới cần một khoá mới.",
                    "This Idempotency-Key was sent with another request. Use a new key for each new request.");
        }
        if (kept.status() == null) {
            throw new Problem(
                            Problem.Kind.CONFLICT,
                            "Yêu cầu mang Idempotency-Key này còn đang chạy. Hãy chờ rồi gửi lại.",
                            "The request with this Idempotency-Key is still being worked on. Wait, then send it again.")
                    .header("Retry-After", "2");
        }
        return ResponseEntity.status(kept.status())
                .contentType(MediaType.parseMediaType(String.valueOf(kept.contentType())))
                .header("Idempotency-Replayed", "true")
                .body(kept.body());
    }

    /** Says whether the work is ours to do; what a node left behind when it died may be done again after five minutes. */
    private boolean begin(ApiCaller caller, String key, String requestHash) {
        return jdbc.sql("""
                insert into exchange.answer (api_key_id, request_key, institution_id, request_hash)
                values (:caller, :key, :institution, :hash)
                on conflict (api_key_id, request_key) do update
                  set request_hash = excluded.request_hash, begun_at = now(), status = null, content_type = null, body = null
                  where answer.begun_at < now() - interval '24 hours'
                     or answer.status is null and answer.begun_at < now() - interval '5 minutes'
                """)
                        .param("caller", caller.keyId())
                        .param("key", key)
                        .param("institution", caller.institutionId())
                        .param("hash", requestHash)
                        .update()
                == 1;
    }

    private Kept kept(ApiCaller caller, String key) {
        return jdbc.sql("""
                select request_hash, status, content_type, body from exchange.answer
                 where api_key_id = :caller and request_key = :key
                """)
                .param("caller", caller.keyId())
                .param("key", key)
                .query((row, i) ->
                        new Kept(row.getString(1), (Integer) row.getObject(2), row.getString(3), row.getBytes(4)))
                .optional()
                // the one before us failed and let go of it a moment ago
                .orElseThrow(() -> new Problem(
                        Problem.Kind.CONFLICT,
                        "Yêu cầu trước mang Idempotency-Key này vừa hỏng. Hãy gửi lại.",
                        "The request before with this Idempotency-Key has just failed. Send it again."));
    }

    private void keep(ApiCaller caller, String key, ResponseEntity<byte[]> answer) {
        jdbc.sql("""
                update exchange.answer set status = :status, content_type = :type, body = :body
                 where api_key_id = :caller and request_key = :key
                """)
                .param("status", answer.getStatusCode().value())
                .param("type", String.valueOf(answer.getHeaders().getContentType()))
                .param("body", answer.getBody())
                .param("caller", caller.keyId())
                .param("key", key)
                .update();
    }

    private void drop(ApiCaller caller, String key) {
        jdbc.sql("delete from exchange.answer where api_key_id = :caller and request_key = :key")
                .param("caller", caller.keyId())
                .param("key", key)
                .update();
    }

    void forget() {
        jdbc.sql("delete from exchange.answer where begun_at < now() - interval '24 hours'")
                .update();
    }
}
