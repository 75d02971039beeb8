package vn.lanhnghe.credential.printing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;

/** A layout as it is typed: every field kept as it stands, every trouble told at once. */
final class LayoutForm {

    private static final double SMALLEST = 100;
    private static final double LARGEST = 420;
    private static final double THINNEST = 5;
    private static final double LEAST_POINTS = 5;
    private static final double MOST_POINTS = 40;

    private final BindingResult form;
    private final Map<String, String> typed;
    private final List<Placement> placements = new ArrayList<>();
    private double width;
    private double height;

    private LayoutForm(Map<String, String> typed) {
        this.typed = typed;
        this.form = new MapBindingResult(typed, "layout");
    }

    static LayoutForm of(Layout layout) {
        var typed = new HashMap<String, String>();
        typed.put("width", Millimetres.text(layout.width()));
        typed.put("height", Millimetres.text(layout.height()));
        for (var it : layout.placements()) {
            var name = it.item().name();
            if (it.shown()) {
                typed.put(name + ".shown", "on");
            }
            typed.put(name + ".x", Millimetres.text(it.x()));
            typed.put(name + ".y", Millimetres.text(it.y()));
            typed.put(name + ".width", Millimetres.text(it.width()));
            typed.put(name + ".size", Millimetres.text(it.size()));
            typed.put(name + ".align", it.align().name());
            if (it.bold()) {
                typed.put(name + ".bold", "on");
            }
            if (it.capitals()) {
                typed.put(name + ".capitals", "on");
            }
        }
        var form = new LayoutForm(typed);
        form.placements.addAll(layout.placements());
        form.width = layout.width();
        form.height = layout.height();
        return form;
    }

    static LayoutForm read(Map<String, String> typed) {
        var form = new LayoutForm(new HashMap<>(typed));
        form.width = form.number("width", "Chiều rộng phôi", SMALLEST, LARGEST, "mm");
        form.height = form.number("height", "Chiều cao phôi", SMALLEST, LARGEST, "mm");
        for (var item : Item.values()) {
            form.placements.add(form.placement(item));
        }
        return form;
    }

    private Placement placement(Item item) {
        var name = item.name();
        var label = item.label();
        var shown = typed.containsKey(name + ".shown");
        var x = number(name + ".x", label + ", cách mép trái", 0, LARGEST, "mm");
        var y = number(name + ".y", label + ", cách mép trên", 0, LARGEST, "mm");
        var across = number(name + ".width", label + ", rộng", THINNEST, LARGEST, "mm");
        var size = number(name + ".size", label + ", cỡ chữ", LEAST_POINTS, MOST_POINTS, "pt");
        var align = List.of(Placement.Align.values()).stream()
                .filter(it -> it.name().equals(typed.get(name + ".align")))
                .findFirst()
                .orElse(Placement.Align.LEFT);
        var placement = new Placement(
                item,
                shown,
                x,
                y,
                across,
                size,
                align,
                typed.containsKey(name + ".bold"),
                typed.containsKey(name + ".capitals"));
        if (shown && x + across > width && width >= SMALLEST) {
            reject(
                    name + ".x",
                    "%s: vượt mép phải của phôi (%s + %s > %s mm). Giảm khoảng cách mép trái hoặc bề rộng."
                            .formatted(label, Millimetres.text(x), Millimetres.text(across), Millimetres.text(width)));
        }
        if (shown && y + placement.height() > height && height >= SMALLEST) {
            reject(
                    name + ".y",
                    "%s: vượt mép dưới của phôi (cao %s mm). Giảm khoảng cách mép trên."
                            .formatted(label, Millimetres.text(height)));
        }
        return placement;
    }

    /** Answers with the least that is allowed when what is typed is no number within the limits. */
    private double number(String field, String label, double least, double most, String unit) {
        var read = Millimetres.read(typed.get(field));
        if (read.isEmpty() || read.getAsDouble() < least || read.getAsDouble() > most) {
            reject(
                    field,
                    "%s: nhập số từ %s đến %s %s, ví dụ %s."
                            .formatted(
                                    label,
                                    Millimetres.text(least),
                                    Millimetres.text(most),
                                    unit,
                                    Millimetres.text(Math.max(least, 12.5))));
            return least;
        }
        return Math.round(read.getAsDouble() * 10) / 10.0;
    }

    private void reject(String field, String sentence) {
        form.rejectValue(field, "layout", sentence);
    }

    BindingResult form() {
        return form;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    List<Placement> placements() {
        return placements;
    }
}
