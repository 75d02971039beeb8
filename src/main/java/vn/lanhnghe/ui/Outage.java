package vn.lanhnghe.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says in words that the database does not answer. The page needs nothing of it, not even who is asking. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Outage extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final String SECONDS_TO_WAIT = "10";
    private static final String VIETNAMESE =
            "Cơ sở dữ liệu chưa trả lời, có thể đang khởi động lại. Đợi khoảng một phút rồi mở lại trang; nếu vừa gửi một việc, hãy xem việc đó đã được ghi chưa trước khi gửi lại.";
    private static final String ENGLISH =
            "The database does not answer; it may be starting again. Wait about a minute and open the page again; if you have just sent something, see whether it was recorded before you send it again.";

    private static final String PAGE = """
            <!doctype html>
            <html lang="vi">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Tạm thời chưa dùng được – Lành Nghề</title></head>
            <body><main><h1>Tạm thời chưa dùng được</h1><p role="alert">%s</p><p lang="en">%s</p><p><a href="/">Về trang đầu</a></p></main></body>
            </html>
            """.formatted(VIETNAMESE, ENGLISH);

    private static final String PROBLEM = """
            {"type":"about:blank","title":"Service Unavailable","status":503,"detail":"%s","detailEn":"%s"}
            """.formatted(VIETNAMESE, ENGLISH);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            if (!causes(e) || response.isCommitted()) {
                throw e;
            }
            LOG.error("{} {}: the database does not answer", request.getMethod(), request.getRequestURI(), e);
            answer(request, response);
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var accept = Objects.toString(request.getHeader("Accept"), "");
        var program =
                request.getRequestURI().startsWith("/api/") || accept.contains("json") && !accept.contains("html");
        response.reset();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader("Retry-After", SECONDS_TO_WAIT);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(program ? "application/problem+json" : "text/html;charset=utf-8");
        response.getOutputStream().write((program ? PROBLEM : PAGE).getBytes(StandardCharsets.UTF_8));
    }

    /** The reason why a transaction was given up, rather than why it could not be rolled back either. */
    private static @Nullable Throwable cause(Throwable fault) {
        return fault instanceof TransactionSystemException given ? given.getOriginalException() : fault.getCause();
    }

    /** Was a connection lost, or could none be had? (SQLSTATE classes 08 and 57P) */
    static boolean causes(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Outage::cause)
                .limit(20)
                .filter(SQLException.class::isInstance)
                .map(it -> Objects.toString(((SQLException) it).getSQLState(), ""))
                .anyMatch(it -> it.startsWith("08") || it.startsWith("57P"));
    }
}
