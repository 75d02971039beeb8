package vn.lanhnghe.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;

/** What the user sees when the answer is no: a sentence and a way on; never a stack trace. RFC 9457 for API clients. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    /** {@code back} leads to the page that was left for this one; empty where there is no going back. */
    public record FaultPage(int status, String title, String message, String reference, String back) {}

    private static final String SCHOOL_FILES =
            "Tệp được nhận tối đa 10 MB (riêng kết quả từng môn ở dạng .csv: 100 MB); chưa có gì được ghi. Hãy chia tệp thành nhiều tệp nhỏ hơn rồi tải lên lần lượt.";
    private static final String SCANS =
            "Tệp kèm theo được nhận tối đa 10 MB; chưa có gì được ghi. Hãy quét lại ở độ phân giải thấp hơn hoặc chọn tệp nhỏ hơn rồi gửi lại.";

    private final Back back;

    Faults(Back back) {
        this.back = back;
    }

    /** What was sent to an address is longer than it takes. */
    static String tooLarge(String address) {
        return address.startsWith("/intake") ? SCHOOL_FILES : SCANS;
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request) {
        return refuse(request, HttpStatus.UNPROCESSABLE_CONTENT, "Chưa thực hiện được", said(refusal));
    }

    @ExceptionHandler
    Object missing(NotFound missing, HttpServletRequest request) {
        return answer(request, HttpStatus.NOT_FOUND, "Không tìm thấy", said(missing), "");
    }

    @ExceptionHandler
    Object denied(AuthorizationDeniedException denied, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.FORBIDDEN,
                "Bạn không có quyền làm việc này",
                "Tài khoản của bạn không được giao việc này. Hãy nhờ người quản trị của trường hoặc của Sở cấp quyền.",
                "");
    }

    @ExceptionHandler
    Object rejected(RequestRejectedException rejected, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.BAD_REQUEST,
                "Yêu cầu chưa đúng",
                "Địa chỉ có ký tự không nhập được từ bàn phím. Hãy mở lại trang và gõ lại.",
                "");
    }

    /** Bytes that are no text in the address or in a form. */
    @ExceptionHandler
    Object unreadable(InvalidParameterException unreadable, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.BAD_REQUEST,
                "Yêu cầu chưa đúng",
                "Địa chỉ có ký tự không đọc được. Hãy mở lại trang và gõ lại.",
                "");
    }

    @ExceptionHandler
    Object tooLarge(MaxUploadSizeExceededException large, HttpServletRequest request) {
        return refuse(request, HttpStatus.CONTENT_TOO_LARGE, "Tệp quá lớn", tooLarge(request.getRequestURI()));
    }

    @ExceptionHandler
    Object noFile(MultipartException missing, HttpServletRequest request) {
        return refuse(
                request,
                HttpStatus.BAD_REQUEST,
                "Yêu cầu chưa đúng",
                "Trang này cần một tệp kèm theo. Hãy mở lại trang, chọn tệp rồi gửi.");
    }

    @ExceptionHandler
    Object other(Exception fault, HttpServletRequest request) throws Exception {
        if (Outage.causes(fault)) {
            throw fault;
        }
        if (fault instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            var status = HttpStatus.valueOf(known.getStatusCode().value());
            return status == HttpStatus.NOT_FOUND
                    ? answer(request, status, "Không có trang này", "Địa chỉ bạn mở không có trên hệ thống.", "")
                    : answer(
                            request,
                            status,
                            "Yêu cầu chưa đúng",
                            "Hệ thống không hiểu yêu cầu này. Hãy quay lại trang trước và thử lại.",
                            "");
        }
        if (fault instanceof MethodArgumentTypeMismatchException typed
                && request.getMethod().equals("POST")
                && typed.getParameter().hasParameterAnnotation(RequestParam.class)) {
            return refuse(
                    request,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "Chưa thực hiện được",
                    FormBinding.sentence(typed.getValue(), typed.getRequiredType()));
        }
        if (fault instanceof MethodArgumentTypeMismatchException) {
            return answer(
                    request, HttpStatus.NOT_FOUND, "Không có trang này", "Địa chỉ bạn mở không có trên hệ thống.", "");
        }
        var reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("{} {} [{}]", request.getMethod(), request.getRequestURI(), reference, fault);
        return answer(
                request,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Hệ thống gặp trục trặc",
                "Việc bạn vừa làm chưa được ghi. Hãy thử lại; nếu vẫn gặp, gửi mã dưới đây cho người quản trị.",
                reference);
    }

    /** What was sent is refused where it was written, so that nothing typed is lost; else on a page of its own. */
    private Object refuse(HttpServletRequest request, HttpStatus status, String title, String message) {
        var from = back.to(request);
        if (from.isEmpty()
                || !request.getMethod().equals("POST")
                || request.getHeader("HX-Request") != null
                || !String.valueOf(request.getHeader("Accept")).contains("html")
                || request.getSession(false) == null) {
            return answer(request, status, title, message, "");
        }
        RequestContextUtils.getOutputFlashMap(request).put(Shell.TROUBLE, message);
        return Go.to(from.get());
    }

    private Object answer(
            HttpServletRequest request, HttpStatus status, String title, String message, String reference) {
        return answer(
                request,
                status,
                new FaultPage(
                        status.value(),
                        title,
                        message,
                        reference,
                        back.to(request).orElse("")));
    }

    private static Object answer(HttpServletRequest request, HttpStatus status, FaultPage fault) {
        var accept = String.valueOf(request.getHeader("Accept"));
        if (accept.contains("json") && !accept.contains("html")) {
            var problem = ProblemDetail.forStatusAndDetail(status, fault.message());
            problem.setTitle(fault.title());
            problem.setInstance(URI.create(request.getRequestURI()));
            if (!fault.reference().isEmpty()) {
                problem.setProperty("reference", fault.reference());
            }
            return ResponseEntity.status(status).body(problem);
        }
        return new Page("ui/fault", fault, status);
    }

    private static String said(RuntimeException told) {
        return String.valueOf(told.getMessage());
    }
}
