package vn.lanhnghe.ui;

import java.time.temporal.Temporal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyAccessException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** What a form field says that holds something else than it asks for: a word for a number, a day that is none. */
@ControllerAdvice
class Mistyped {

    private static final int LONGEST = 40;

    @InitBinder
    void init(WebDataBinder binder) {
        binder.setBindingErrorProcessor(new DefaultBindingErrorProcessor() {
            @Override
            public void processPropertyAccessException(PropertyAccessException fault, BindingResult result) {
                var field = Objects.requireNonNull(fault.getPropertyName());
                result.addError(new FieldError(
                        result.getObjectName(),
                        field,
                        fault.getValue(),
                        true,
                        result.resolveMessageCodes(fault.getErrorCode(), field),
                        getArgumentsForBindError(result.getObjectName(), field),
                        told(fault.getValue(), result.getFieldType(field))));
            }
        });
    }

    static String told(@Nullable Object typed, @Nullable Class<?> asked) {
        var text = String.valueOf(typed).strip();
        var said = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        if (asked != null && Temporal.class.isAssignableFrom(asked)) {
            return "“%s” không phải ngày có thật; chọn ngày trên lịch.".formatted(said);
        }
        if (asked != null && Number.class.isAssignableFrom(asked)) {
            return "“%s” không phải số ghi được ở đây; chỉ ghi chữ số, ví dụ 12.".formatted(said);
        }
        return "“%s” không có trong danh sách; hãy chọn lại.".formatted(said);
    }
}
