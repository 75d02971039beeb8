package vn.lanhnghe.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/** A template and the one record it shows. */
public record Page(String template, Object model, HttpStatus status) implements View {

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Page.class.getClassLoader(), "vn.lanhnghe");

    public Page(String template, Object model) {
        this(template, model, HttpStatus.OK);
    }

    @Override
    public void render(@Nullable Map<String, ?> unused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var html = new Utf8ByteOutput();
        ScopedValue.where(Shell.CURRENT, Shell.of(request)).run(() -> ENGINE.render(template + ".jte", model, html));
        response.setStatus(status.value());
        if (status.isError()) {
            response.setHeader("Cache-Control", "no-store");
        }
        response.setContentType("text/html;charset=utf-8");
        // in one piece: every write passes through all the wrappers of the response
        var bytes = html.toByteArray();
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** The template as text, outside any request: for documents. */
    public static String text(String template, Object model) {
        var html = new gg.jte.output.StringOutput();
        ENGINE.render(template + ".jte", model, html);
        return html.toString();
    }
}
