package vn.lanhnghe.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.validation.DataBinder;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.WebDataBinder;

/** What cannot be read is said in a sentence, with what was typed and without a word of any program. */
class FormBindingTest {

    public record Asked(
            @Nullable Integer hours,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate day,

            @Nullable TimeUnit unit,
            @Nullable BigDecimal credits,
            @Nullable BigDecimal mark) {}

    @Test
    void every_kind_of_field_says_what_it_takes() {
        var binder = new WebDataBinder(null, "form");
        binder.setTargetType(ResolvableType.forClass(Asked.class));
        binder.setConversionService(new DefaultFormattingConversionService());
        new FormBinding().speak(binder);
        var typed = Map.of(
                "hours", "mười".repeat(50), "day", "31/02/2026", "unit", "ZZ", "credits", "2,5", "mark", "1e999999");
        binder.construct(new DataBinder.ValueResolver() {
            @Override
            public @Nullable Object resolveValue(String name, Class<?> type) {
                return typed.get(name);
            }

            @Override
            public Set<String> getNames() {
                return typed.keySet();
            }
        });
        var form = binder.getBindingResult();
        assertThat(form.getFieldErrors().stream().map(FieldError::getField))
                .as("a comma is a decimal comma")
                .containsExactlyInAnyOrder("hours", "day", "unit", "mark");
        assertThat(Form.error(form, "mark")).contains("“1e999999” không phải một số");
        assertThat(Form.error(form, "hours"))
                .startsWith("“mườimười")
                .contains("…” không phải số nguyên dùng được ở đây");
        assertThat(Form.error(form, "day"))
                .isEqualTo("“31/02/2026” không phải một ngày có thật; chọn ngày, ví dụ 31/12/2026.");
        assertThat(Form.error(form, "unit"))
                .isEqualTo("“ZZ” không có trong các lựa chọn; chọn một mục trong danh sách.");
    }
}
