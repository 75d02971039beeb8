package vn.lanhnghe.credential.verifying;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.learning.Grading;
import vn.lanhnghe.ui.Page;

/** Tra cứu văn bằng: open to everyone, without account and without JavaScript. */
@Controller
class VerificationController {

    public record AskPage(
            String code,
            String serial,
            String name,
            String born,
            @Nullable String trouble) {}

    /** {@code rank} is as the rule names it. */
    public record ResultPage(Check check, String asked, Grading.@Nullable Band rank) {}

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final Verifications verifications;
    private final Enrolments enrolments;
    private final Gate gate;

    VerificationController(Verifications verifications, Enrolments enrolments, Gate gate) {
        this.verifications = verifications;
        this.enrolments = enrolments;
        this.gate = gate;
    }

    @GetMapping("/v/{code}")
    View link(@PathVariable String code, HttpServletRequest request) {
        return gate.admits(request.getRemoteAddr(), 1)
                ? result(verifications.byCode(code, Verifications.Way.LINK), code)
                : tooMany(new AskPage(code, "", "", "", null));
    }

    @GetMapping("/tra-cuu")
    View ask(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String serial,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String born,
            HttpServletRequest request) {
        var asked = new AskPage(code, serial, name, born, null);
        if (!code.isBlank()) {
            return gate.admits(request.getRemoteAddr(), 1)
                    ? result(verifications.byCode(code, Verifications.Way.CODE), code)
                    : tooMany(asked);
        }
        if (serial.isBlank() && name.isBlank() && born.isBlank()) {
            return new Page("credential/verifying/ask", asked);
        }
        return bySerial(asked, request);
    }

    private View bySerial(AskPage asked, HttpServletRequest request) {
        if (asked.serial().isBlank() || asked.name().isBlank() || asked.born().isBlank()) {
            return again(
                    asked, "Nhập đủ cả ba ô: số hiệu, họ và tên, ngày sinh. Thiếu một ô thì hệ thống không tra được.");
        }
        var born = day(asked.born());
        if (born.isEmpty()) {
            return again(
                    asked, "Ngày sinh “%s” không đúng. Nhập dd/MM/yyyy, ví dụ 28/02/2004.".formatted(asked.born()));
        }
        return gate.admits(request.getRemoteAddr(), 10)
                ? result(verifications.bySerial(asked.serial(), asked.name(), born.get()), asked.serial())
                : tooMany(asked);
    }

    private View result(Check check, String asked) {
        var diploma = check.diploma();
        if (diploma == null) {
            return new Page("credential/verifying/result", new ResultPage(check, asked, null), HttpStatus.NOT_FOUND);
        }
        return new Page(
                "credential/verifying/result",
                new ResultPage(check, asked, enrolments.grading().band(diploma.rank())));
    }

    private static View again(AskPage asked, String trouble) {
        return new Page(
                "credential/verifying/ask",
                new AskPage(asked.code(), asked.serial(), asked.name(), asked.born(), trouble),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static View tooMany(AskPage asked) {
        return new Page(
                "credential/verifying/ask",
                new AskPage(
                        asked.code(),
                        asked.serial(),
                        asked.name(),
                        asked.born(),
                        "Bạn vừa tra cứu quá nhiều lần. Hãy chờ một phút rồi thử lại."),
                HttpStatus.TOO_MANY_REQUESTS);
    }

    private static Optional<LocalDate> day(String typed) {
        var text = typed.strip();
        try {
            return Optional.of(
                    text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : LocalDate.parse(text, DAY));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
