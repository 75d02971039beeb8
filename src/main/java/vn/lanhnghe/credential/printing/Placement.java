package vn.lanhnghe.credential.printing;

import java.util.Locale;

/** Where one thing stands on a form: its upper left corner and width in mm, its letters in pt. */
public record Placement(
        Item item,
        boolean shown,
        double x,
        double y,
        double width,
        double size,
        Align align,
        boolean bold,
        boolean capitals) {

    private static final double MM_A_POINT = 25.4 / 72;

    public enum Align {
        LEFT("Trái", "left", "start"),
        CENTRE("Giữa", "center", "middle"),
        RIGHT("Phải", "right", "end");

        private final String label;
        private final String css;
        private final String anchor;

        Align(String label, String css, String anchor) {
            this.label = label;
            this.css = css;
            this.anchor = anchor;
        }

        public String label() {
            return label;
        }

        public String css() {
            return css;
        }

        /** As SVG calls it. */
        public String anchor() {
            return anchor;
        }
    }

    /** How high it is, of one line when it is written, mm. */
    public double height() {
        return item.drawn() ? width * item.ratio() : size * MM_A_POINT * 1.15;
    }

    public String cased(String text) {
        return capitals ? text.toUpperCase(Locale.ROOT) : text;
    }

    /** The size of its letters in mm. */
    public double letters() {
        return size * MM_A_POINT;
    }

    /** Where its text is anchored across, mm. */
    public double anchorX() {
        return switch (align) {
            case LEFT -> x;
            case CENTRE -> x + width / 2;
            case RIGHT -> x + width;
        };
    }
}
