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

    @RequestMapping("/error")
    View error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.valueOf(code)
                : HttpStatus.NOT_FOUND;
        var page = switch (status) {
            case FORBIDDEN ->
                new Faults.FaultPage(
                        403,
                        "Chưa mở được trang này",
                        "Tài khoản của bạn không được giao việc này, hoặc trang đã mở quá lâu. Hãy mở lại trang trước rồi thử lại.",
                        "");
            case NOT_FOUND ->
                new Faults.FaultPage(404, "Không có trang này", "Địa chỉ bạn mở không có trên hệ thống.", "");
            case CONTENT_TOO_LARGE ->
                new Faults.FaultPage(
                        413,
                        "Tệp quá lớn",
                        "Tệp được nhận tối đa 10 MB (riêng kết quả từng môn ở dạng .csv: 100 MB); chưa có gì được ghi. Hãy chia tệp thành nhiều tệp nhỏ hơn rồi tải lên lần lượt.",
                        "");
            default ->
                new Faults.FaultPage(
                        status.value(),
                        status.is4xxClientError() ? "Yêu cầu chưa đúng" : "Hệ thống gặp trục trặc",
                        "Việc bạn vừa làm chưa được ghi. Hãy quay lại trang trước và thử lại.",
                        "");
        };
        return new Page("ui/fault", page, status);
    }
}
