package vn.lanhnghe.ui;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import java.beans.PropertyEditorSupport;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyAccessException;
import org.springframework.core.ResolvableType;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import vn.lanhnghe.shared.Vietnamese;

/** What is typed into a field that cannot hold it is told in words: what it was, and what is allowed there. */
@ControllerAdvice
class FormBinding {

    private static final int SHORT = 40;

    @InitBinder
    void speak(WebDataBinder binder) {
        binder.registerCustomEditor(BigDecimal.class, new Decimal());
        binder.setBindingErrorProcessor(new DefaultBindingErrorProcessor() {
            @Override
            public void processPropertyAccessException(PropertyAccessException fault, BindingResult form) {
                var field = Objects.requireNonNullElse(fault.getPropertyName(), "");
                form.addError(new FieldError(
                        form.getObjectName(),
                        field,
                        fault.getValue(),
                        true,
                        null,
                        null,
                        (sentence(fault.getValue(), form.getFieldType(field)) + " "
                                        + limits(binder.getTargetType(), field))
                                .strip()));
            }
        });
    }

    /** What a form says of a field's limits, where it names any. */
    private static String limits(@Nullable ResolvableType form, String field) {
        var type = form == null ? null : form.resolve();
        if (type == null || !type.isRecord()) {
            return "";
        }
        return Arrays.stream(type.getDeclaredFields())
                .filter(it -> it.getName().equals(field))
                .flatMap(it -> Stream.of(
                        it.isAnnotationPresent(Max.class)
                                ? it.getAnnotation(Max.class).message()
                                : "",
                        it.isAnnotationPresent(DecimalMax.class)
                                ? it.getAnnotation(DecimalMax.class).message()
                                : ""))
                .filter(it -> !it.startsWith("{"))
                .collect(Collectors.joining())
                .strip();
    }

    /** With a comma, as it is written here, or with a point, as browsers send it. */
    private static final class Decimal extends PropertyEditorSupport {

        private static final Pattern WRITTEN = Pattern.compile("-?\\d{1,15}([.,]\\d{1,10})?");

        @Override
        public void setAsText(String text) {
            var tidy = text.strip();
            if (!tidy.isEmpty() && !WRITTEN.matcher(tidy).matches()) {
                throw new IllegalArgumentException(tidy);
            }
            setValue(tidy.isEmpty() ? null : new BigDecimal(tidy.replace(',', '.')));
        }
    }

    /** What a value should have been, in a sentence. */
    static String sentence(@Nullable Object typed, @Nullable Class<?> type) {
        var text = typed instanceof Object[] several
                ? Arrays.stream(several).map(String::valueOf).collect(Collectors.joining(", "))
                : Objects.toString(typed, "");
        var said = Vietnamese.brief(text, SHORT);
        if (type != null && Temporal.class.isAssignableFrom(type)) {
            return "“%s” không phải một ngày có thật; chọn ngày, ví dụ 31/12/2026.".formatted(said);
        }
        if (type == BigDecimal.class) {
            return "“%s” không phải một số; ghi số, ví dụ 2,5.".formatted(said);
        }
        if (type != null && (Number.class.isAssignableFrom(type) || type.isPrimitive() && type != boolean.class)) {
            return "“%s” không phải số nguyên dùng được ở đây; ghi số, ví dụ 45.".formatted(said);
        }
        return "“%s” không có trong các lựa chọn; chọn một mục trong danh sách.".formatted(said);
    }
}
