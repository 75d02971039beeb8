package vn.lanhnghe.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.shared.Refusal;

/** Says no to programs: always as a problem document, whatever went wrong. */
@RestControllerAdvice(assignableTypes = {ApiController.class, TokenController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    static final String CORRELATION = "vn.lanhnghe.correlation";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> answer(Exception fault, HttpServletRequest request) {
        var problem = problem(fault);
        if (problem.kind() == Problem.Kind.INTERNAL) {
            LOG.error("{} {} [{}]", request.getMethod(), request.getRequestURI(), correlation(request), fault);
        }
        var answer = ResponseEntity.status(problem.kind().status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        problem.headers().forEach(answer::header);
        return answer.body(body(problem, request));
    }

    /** The same outside any controller. */
    void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(problem.kind().status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        problem.headers().forEach(response::setHeader);
        response.getOutputStream().write(body(problem, request));
    }

    byte[] body(Problem problem, HttpServletRequest request) {
        return json.writeValueAsBytes(problem.body(request.getRequestURI(), correlation(request)));
    }

    static String correlation(HttpServletRequest request) {
        return Objects.toString(request.getAttribute(CORRELATION), "");
    }

    private static Problem problem(Exception fault) {
        return switch (fault) {
            case Problem known -> known;
            case Refusal refusal ->
                new Problem(
                        Problem.Kind.INVALID,
                        String.valueOf(refusal.getMessage()),
                        "A rule of the register refuses this.");
            case DuplicateKeyException twin -> conflict();
            case PessimisticLockingFailureException lock -> conflict();
            default ->
                new Problem(
                        Problem.Kind.INTERNAL,
                        "Chưa có gì được ghi. Hãy thử lại; nếu vẫn gặp, gửi correlationId cho người quản trị.",
                        "Nothing was written. Try again; if it happens again, tell the operator the correlationId.");
        };
    }

    private static Problem conflict() {
        return new Problem(
                Problem.Kind.CONFLICT,
                "Cùng lúc có người khác ghi các bản ghi này; chưa có gì được ghi. Hãy gửi lại.",
                "Somebody else wrote the same records at this moment; nothing was written. Send the request again.");
    }
}
