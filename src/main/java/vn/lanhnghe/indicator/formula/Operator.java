package vn.lanhnghe.indicator.formula;

import java.math.BigDecimal;
import java.util.List;
import vn.lanhnghe.indicator.formula.FactSet.Kind;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** What a condition asks of a field, with the values it needs; the day of the figure is always known. */
public enum Operator {
    IS(Kind.CODE, "là một trong", "%s = any(%s)"),
    IS_NOT(Kind.CODE, "không là", "(%1$s is null or %1$s <> all(%2$s))"),
    BY(Kind.DAY, "đã đến vào ngày tính", "%s <= :day", "%s < {:day + 1}"),
    NOT_BY(
            Kind.DAY,
            "chưa đến vào ngày tính, hoặc không có",
            "(%1$s is null or %1$s > :day)",
            "(%1$s is null or %1$s >= {:day + 1})"),
    DAYS_AGO(
            Kind.DAY,
            "cách ngày tính ít nhất (số ngày)",
            "%s <= cast(:day as date) - cast(%s as integer)",
            "%s < {:day + 1 - cast(%s as integer)}"),
    WITHIN(
            Kind.DAY,
            "trong khoảng trước ngày tính (số tháng)",
            "%1$s <= :day and %1$s > cast(:day as date) - make_interval(months => cast(%2$s as integer))",
            "%1$s < {:day + 1} and %1$s >= {:day - make_interval(months => cast(%2$s as integer)) + make_interval(days => 1)}"),
    IN_YEAR(
            Kind.DAY,
            "trong năm của ngày tính",
            "%1$s between date_trunc('year', cast(:day as date)) and cast(:day as date)",
            "%1$s < {:day + 1} and %1$s >= {date_trunc('year', :day)}"),
    AT_LEAST(Kind.NUMBER, "ít nhất", "%s >= cast(%s as numeric)"),
    AT_MOST(Kind.NUMBER, "nhiều nhất", "%s <= cast(%s as numeric)");

    private final Kind kind;
    private final String label;
    private final String sql;
    private final String momentSql;

    Operator(Kind kind, String label, String sql) {
        this(kind, label, sql, sql);
    }

    /** Of a moment the same is asked by where days begin ({@code {day}}): ten million moments are not made into days. */
    Operator(Kind kind, String label, String sql, String momentSql) {
        this.kind = kind;
        this.label = label;
        this.sql = sql;
        this.momentSql = momentSql
                .replace(":day", "cast(:day as date)")
                .replaceAll("\\{([^}]*)}", "(cast($1 as timestamp) at time zone 'Asia/Ho_Chi_Minh')");
    }

    public Kind kind() {
        return kind;
    }

    public String label() {
        return label;
    }

    boolean wordless() {
        return this == BY || this == NOT_BY || this == IN_YEAR;
    }

    /** Several values, rather than one. */
    boolean several() {
        return kind == Kind.CODE;
    }

    /** The condition on a field of the facts {@code f}. */
    String sql(FactSet.Field field, String parameter) {
        return field.moment() == null
                ? sql.formatted("f." + field.code(), ":" + parameter)
                : momentSql.formatted("f." + field.moment(), ":" + parameter);
    }

    /** What was typed as this operator takes it; refuses what it cannot take, naming what it can. */
    List<String> read(FactSet.Field field, List<String> typed) {
        if (field.kind() != kind) {
            throw new Refusal("“%s” không hỏi được bằng “%s”.".formatted(field.label(), label));
        }
        var values = typed.stream()
                .flatMap(it -> List.of(it.split("[,;]")).stream())
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        if (wordless()) {
            return List.of();
        }
        if (values.isEmpty()) {
            throw new Refusal("Điều kiện “%s %s” còn thiếu giá trị.".formatted(field.label(), label));
        }
        return switch (kind) {
            case CODE -> codes(field, values);
            case DAY -> List.of(whole(field, values.getFirst()));
            case NUMBER -> List.of(number(field, values.getFirst()));
        };
    }

    private static List<String> codes(FactSet.Field field, List<String> values) {
        if (!field.choices().isEmpty()) {
            for (var value : values) {
                if (!field.choices().containsKey(value)) {
                    throw new Refusal("“%s” không phải giá trị của %s. Các giá trị có: %s."
                            .formatted(
                                    value,
                                    field.label(),
                                    String.join(", ", field.choices().values())));
                }
            }
        }
        return values;
    }

    private String whole(FactSet.Field field, String value) {
        if (!value.matches("\\d{1,5}")) {
            throw new Refusal(
                    "“%s”: nhập một số nguyên từ 0 đến 99.999, bạn đã nhập “%s”.".formatted(field.label(), value));
        }
        return value;
    }

    private static String number(FactSet.Field field, String value) {
        try {
            return new BigDecimal(value.replace(',', '.')).toPlainString();
        } catch (NumberFormatException e) {
            throw new Refusal("“%s”: nhập một số, bạn đã nhập “%s”.".formatted(field.label(), value));
        }
    }

    /** The condition in words. */
    String said(FactSet.Field field, List<String> values) {
        return switch (this) {
            case IS -> "%s là %s".formatted(field.label(), all(field, values));
            case IS_NOT -> "%s không là %s".formatted(field.label(), all(field, values));
            case BY -> "%s đã đến vào ngày tính".formatted(field.label());
            case NOT_BY -> "%s chưa đến vào ngày tính (hoặc không có)".formatted(field.label());
            case DAYS_AGO ->
                "%s cách ngày tính ít nhất %s ngày"
                        .formatted(field.label(), Vi.count(Long.parseLong(values.getFirst())));
            case WITHIN -> "%s trong %s tháng trước ngày tính".formatted(field.label(), values.getFirst());
            case IN_YEAR -> "%s trong năm của ngày tính".formatted(field.label());
            case AT_LEAST -> "%s ít nhất %s".formatted(field.label(), values.getFirst());
            case AT_MOST -> "%s nhiều nhất %s".formatted(field.label(), values.getFirst());
        };
    }

    private static String all(FactSet.Field field, List<String> values) {
        return values.stream()
                .map(field::said)
                .reduce((a, b) -> a + " hoặc " + b)
                .orElse("");
    }
}
