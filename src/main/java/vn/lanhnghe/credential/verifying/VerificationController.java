package vn.lanhnghe.credential.verifying;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lanhnghe.credential.Wording;
import vn.lanhnghe.document.Documents;
import vn.lanhnghe.document.Qr;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Rehearsal;

/** Tra cứu văn bằng: open to everyone, without account and without JavaScript. */
@Controller
class VerificationController {

    public record AskPage(
            String code,
            String serial,
            String name,
            String born,
            @Nullable String trouble) {}

    public record ResultPage(
            Check check, String asked, @Nullable Wording wording) {}

    /** What the receipt prints. */
    public record Receipt(Check check, Wording wording, OffsetDateTime at, String url, String qr, boolean rehearsal) {}

    private static final int BY_WORDS = 10;
    private static final long LARGEST = 10_000_000;

    private final Verifications verifications;
    private final Enrolments enrolments;
    private final Gate gate;
    private final Documents documents;
    private final Rehearsal rehearsal;
    private final Clock clock;

    VerificationController(
            Verifications verifications,
            Enrolments enrolments,
            Gate gate,
            Documents documents,
            Rehearsal rehearsal,
            Clock clock) {
        this.verifications = verifications;
        this.enrolments = enrolments;
        this.gate = gate;
        this.documents = documents;
        this.rehearsal = rehearsal;
        this.clock = clock;
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
        var born = Days.read(asked.born());
        if (born == null) {
            return again(
                    asked, "Ngày sinh “%s” không đúng. Nhập dd/MM/yyyy, ví dụ 28/02/2004.".formatted(asked.born()));
        }
        return gate.admits(request.getRemoteAddr(), BY_WORDS)
                ? result(
                        verifications.bySerial(asked.serial(), asked.name(), born, Verifications.Way.SERIAL),
                        asked.serial())
                : tooMany(asked);
    }

    /** A photo, a scan, the PDF or the credential itself. Nothing of it is kept. */
    @PostMapping("/tra-cuu/tep")
    View file(@RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request)
            throws IOException {
        var asked = new AskPage("", "", "", "", null);
        if (file == null || file.isEmpty()) {
            return again(asked, "Chọn một tệp PDF hoặc ảnh chụp văn bằng rồi bấm Kiểm tra tệp.");
        }
        if (file.getSize() > LARGEST) {
            return again(asked, "Tệp lớn hơn 10 MB. Hãy chụp hoặc quét lại ở độ phân giải thấp hơn.");
        }
        if (!gate.admits(request.getRemoteAddr(), BY_WORDS)) {
            return tooMany(asked);
        }
        return result(
                verifications.byFile(file.getBytes(), host(request)),
                Objects.requireNonNullElse(file.getOriginalFilename(), "tệp"));
    }

    /** What the register said and when it was asked, on paper. */
    @GetMapping("/v/{code}/phieu.pdf")
    ResponseEntity<byte[]> receipt(@PathVariable String code, HttpServletRequest request) {
        if (!gate.admits(request.getRemoteAddr(), BY_WORDS)) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
        }
        var check = verifications.byCode(code, Verifications.Way.CODE);
        var diploma = check.diploma();
        if (diploma == null) {
            throw new NotFound("Không có văn bằng nào mang mã này, nên không có phiếu tra cứu.");
        }
        var url = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/v/" + diploma.printedCode())
                .toUriString();
        var receipt = new Receipt(
                check,
                Wording.of(diploma, enrolments.grading()),
                OffsetDateTime.now(clock),
                url,
                Qr.dataUri(url),
                rehearsal.rehearsal());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"phieu-tra-cuu-van-bang.pdf\"")
                .body(documents.pdf(Page.text("credential/verifying/receipt", receipt)));
    }

    /** As a link to this site names it. */
    private static String host(HttpServletRequest request) {
        var port = request.getServerPort();
        return request.getServerName() + (port == (request.isSecure() ? 443 : 80) ? "" : ":" + port);
    }

    private View result(Check check, String asked) {
        var diploma = check.diploma();
        if (diploma == null) {
            return new Page(
                    "credential/verifying/result",
                    new ResultPage(check, asked, null),
                    check.training() == null ? HttpStatus.NOT_FOUND : HttpStatus.OK);
        }
        return new Page(
                "credential/verifying/result", new ResultPage(check, asked, Wording.of(diploma, enrolments.grading())));
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
}
