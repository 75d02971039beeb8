package vn.lanhnghe.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** What is shown when a request fails before it reaches a page: no right to it, a form that has grown old. */
@Controller
class ErrorPage implements ErrorController {

    private final Back back;

    ErrorPage(Back back) {
        this.back = back;
    }

    @RequestMapping("/error")
    View error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.valueOf(code)
                : HttpStatus.NOT_FOUND;
        var title = switch (status) {
            case FORBIDDEN -> "Chưa mở được trang này";
            case NOT_FOUND -> "Không có trang này";
            case CONTENT_TOO_LARGE -> "Tệp quá lớn";
            default -> status.is4xxClientError() ? "Yêu cầu chưa đúng" : "Hệ thống gặp trục trặc";
        };
        var message = switch (status) {
            case FORBIDDEN ->
                "Tài khoản của bạn không được giao việc này, hoặc trang đã mở quá lâu. Hãy mở lại trang trước rồi thử lại.";
            case NOT_FOUND -> "Địa chỉ bạn mở không có trên hệ thống.";
            case CONTENT_TOO_LARGE ->
                Faults.tooLarge(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)));
            default -> "Việc bạn vừa làm chưa được ghi. Hãy quay lại trang trước và thử lại.";
        };
        var page = new Faults.FaultPage(
                status.value(), title, message, "", back.to(request).orElse(""));
        return new Page("ui/fault", page, status);
    }
}
