package vn.lanhnghe.credential.verifying;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lanhnghe.credential.Wording;
import vn.lanhnghe.learning.Enrolments;

/** The check for programs of others: the same answers, under the same limits, without a key. */
@RestController
class AnswerController {

    private static final int BY_WORDS = 10;

    private final Verifications verifications;
    private final Enrolments enrolments;
    private final Gate gate;
    private final Clock clock;

    AnswerController(Verifications verifications, Enrolments enrolments, Gate gate, Clock clock) {
        this.verifications = verifications;
        this.enrolments = enrolments;
        this.gate = gate;
        this.clock = clock;
    }

    @GetMapping(value = "/tra-cuu.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> check(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String serial,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String born,
            HttpServletRequest request) {
        if (code.isBlank() && (serial.isBlank() || name.isBlank() || born.isBlank())) {
            return problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "Gửi “code”, hoặc đủ ba tham số “serial”, “name”, “born”.",
                    "Send “code”, or all three of “serial”, “name” and “born”.");
        }
        var day = born.isBlank() ? null : Days.read(born);
        if (code.isBlank() && day == null) {
            return problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "“born” là “%s”; cần ngày có thật dạng 2004-02-28 hoặc 28/02/2004.".formatted(born),
                    "“born” is “%s”; a day that exists is needed, such as 2004-02-28.".formatted(born));
        }
        if (!gate.admits(request.getRemoteAddr(), code.isBlank() ? BY_WORDS : 1)) {
            return problem(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Bạn vừa hỏi quá nhiều lần. Hãy chờ một phút.",
                    "Too many checks from this address. Wait a minute.");
        }
        var check = code.isBlank() && day != null
                ? verifications.bySerial(serial, name, day, Verifications.Way.API)
                : verifications.byCode(code, Verifications.Way.API);
        var diploma = check.diploma();
        return ResponseEntity.status(diploma == null && check.training() == null ? HttpStatus.NOT_FOUND : HttpStatus.OK)
                .header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", "no-store")
                .body(Answers.of(
                        check,
                        diploma == null ? null : Wording.of(diploma, enrolments.grading()),
                        OffsetDateTime.now(clock),
                        ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()));
    }

    private static ResponseEntity<Object> problem(HttpStatus status, String detail, String english) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("about:blank"));
        problem.setProperty("detailEn", english);
        return ResponseEntity.status(status)
                .header("Access-Control-Allow-Origin", "*")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
