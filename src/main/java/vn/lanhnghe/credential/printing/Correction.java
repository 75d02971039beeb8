package vn.lanhnghe.credential.printing;

import java.util.ArrayList;
import java.util.List;

/** What a printer is told so that a thing comes out where it is meant: {@code told = scale * meant + offset}, mm. */
public record Correction(double scaleX, double scaleY, double offsetX, double offsetY) {

    public static final Correction NONE = new Correction(1, 1, 0, 0);

    private static final double FARTHEST = 15;
    private static final double MOST_SCALED = 0.05;

    /** Where the upper left and the lower right cross of a test page came out, from the left and the upper edge, mm. */
    public record Measured(double left, double top, double right, double bottom) {}

    public double x(double meant) {
        return scaleX * meant + offsetX;
    }

    public double y(double meant) {
        return scaleY * meant + offsetY;
    }

    /** The correction that puts right what a test page of a form of this size, printed with this one, came out as. */
    public Correction after(Measured measured, double width, double height) {
        var across = (measured.right() - measured.left()) / (width - 2 * Layout.MARGIN);
        var down = (measured.bottom() - measured.top()) / (height - 2 * Layout.MARGIN);
        return new Correction(
                round(scaleX / across, 100_000),
                round(scaleY / down, 100_000),
                round(offsetX - (measured.left() - across * Layout.MARGIN) * scaleX / across, 100),
                round(offsetY - (measured.top() - down * Layout.MARGIN) * scaleY / down, 100));
    }

    /** What speaks against this correction: a printer that errs so much is out of order, or was measured wrongly. */
    public List<String> doubts() {
        var doubts = new ArrayList<String>();
        doubt(doubts, "ngang", scaleX, offsetX);
        doubt(doubts, "dọc", scaleY, offsetY);
        return doubts;
    }

    private static void doubt(List<String> doubts, String way, double scale, double offset) {
        if (!(Math.abs(scale - 1) <= MOST_SCALED)) {
            doubts.add(
                    "Theo số đo này, chiều %s phải co giãn %s %%, quá 5 %%. Đặt máy in ở cỡ 100 %% (không “vừa trang”), in lại trang thử và đo lại."
                            .formatted(way, Millimetres.text((scale - 1) * 100)));
        } else if (!(Math.abs(offset) <= FARTHEST)) {
            doubts.add("Theo số đo này, chiều %s phải dịch %s mm, quá 15 mm. Kiểm tra khay giấy và đo lại."
                    .formatted(way, Millimetres.text(offset)));
        }
    }

    private static double round(double value, int parts) {
        return Math.round(value * parts) / (double) parts;
    }
}
