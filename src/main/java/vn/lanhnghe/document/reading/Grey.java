package vn.lanhnghe.document.reading;

import java.awt.image.BufferedImage;

/** A picture without colour, a byte a pixel, row by row. */
record Grey(byte[] values, int width, int height) {

    private static final int WINDOW = 24;
    private static final int MESH = 3;

    static Grey of(BufferedImage picture) {
        var width = picture.getWidth();
        var height = picture.getHeight();
        var values = new byte[width * height];
        var row = new int[width];
        for (var y = 0; y < height; y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            for (var x = 0; x < width; x++) {
                values[y * width + x] = (byte) luminance(row[x]);
            }
        }
        return new Grey(values, width, height);
    }

    /** On white, where the picture is transparent. */
    private static int luminance(int argb) {
        var alpha = argb >>> 24;
        var grey = (306 * (argb >> 16 & 0xFF) + 601 * (argb >> 8 & 0xFF) + 117 * (argb & 0xFF)) >> 10;
        return (grey * alpha + 255 * (255 - alpha)) / 255;
    }

    int size() {
        return width * height;
    }

    private int at(int x, int y) {
        return values[y * width + x] & 0xFF;
    }

    /** Between the lightest and the darkest pixel of a window, seen through a coarse mesh. */
    int contrast(int left, int top, int w, int h) {
        var darkest = 255;
        var lightest = 0;
        for (var y = top; y < top + h; y += MESH) {
            for (var x = left; x < left + w; x += MESH) {
                darkest = Math.min(darkest, at(x, y));
                lightest = Math.max(lightest, at(x, y));
            }
        }
        return lightest - darkest;
    }

    /** Down to so many pixels by the mean of squares; itself if it has no more. */
    Grey shrunk(int most) {
        var step = (int) Math.ceil(Math.sqrt((double) size() / most));
        if (step <= 1) {
            return this;
        }
        var w = width / step;
        var h = height / step;
        var small = new byte[w * h];
        for (var y = 0; y < h; y++) {
            for (var x = 0; x < w; x++) {
                var sum = 0;
                for (var dy = 0; dy < step; dy++) {
                    for (var dx = 0; dx < step; dx++) {
                        sum += at(x * step + dx, y * step + dy);
                    }
                }
                small[y * w + x] = (byte) (sum / (step * step));
            }
        }
        return new Grey(small, w, h);
    }

    /** Twice as wide and high, smoothly. */
    Grey doubled() {
        return mapped(width * 2, height * 2, 0.5, 0, -0.25, 0, 0.5, -0.25);
    }

    Grey turned(double angle) {
        var cos = Math.cos(angle);
        var sin = Math.sin(angle);
        var w = (int) (Math.abs(width * cos) + Math.abs(height * sin));
        var h = (int) (Math.abs(width * sin) + Math.abs(height * cos));
        return mapped(
                w,
                h,
                cos,
                sin,
                width / 2.0 - (w * cos + h * sin) / 2,
                -sin,
                cos,
                height / 2.0 - (-w * sin + h * cos) / 2);
    }

    /** Each new pixel (x, y) is taken from (a·x + b·y + c, d·x + e·y + f) between its four neighbours; white outside. */
    private Grey mapped(int w, int h, double a, double b, double c, double d, double e, double f) {
        var mapped = new byte[w * h];
        for (var y = 0; y < h; y++) {
            for (var x = 0; x < w; x++) {
                mapped[y * w + x] = (byte) between(a * x + b * y + c, d * x + e * y + f);
            }
        }
        return new Grey(mapped, w, h);
    }

    private int between(double x, double y) {
        if (x < 0 || y < 0 || x > width - 1 || y > height - 1) {
            return x < -1 || y < -1 || x > width || y > height
                    ? 255
                    : at((int) Math.clamp(x, 0, width - 1), (int) Math.clamp(y, 0, height - 1));
        }
        var left = Math.min((int) x, width - 2 < 0 ? 0 : width - 2);
        var top = Math.min((int) y, height - 2 < 0 ? 0 : height - 2);
        var right = Math.min(left + 1, width - 1);
        var bottom = Math.min(top + 1, height - 1);
        var u = x - left;
        var v = y - top;
        return (int) ((at(left, top) * (1 - u) + at(right, top) * u) * (1 - v)
                + (at(left, bottom) * (1 - u) + at(right, bottom) * u) * v);
    }

    Grey inverted() {
        var inverted = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            inverted[i] = (byte) ~values[i];
        }
        return new Grey(inverted, width, height);
    }

    /** Light and shadow taken out: each pixel against the mean around it. */
    Grey evened() {
        var around = blurred(Math.max(WINDOW, Math.min(width, height) / 12));
        var even = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            even[i] = (byte) Math.min(255, 160 * (values[i] & 0xFF) / Math.max(1, around.values[i] & 0xFF));
        }
        return new Grey(even, width, height);
    }

    /** Twice as far from the mean of its neighbours. */
    Grey sharpened() {
        var around = blurred(2);
        var sharp = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            var value = values[i] & 0xFF;
            sharp[i] = (byte) Math.clamp(value + 2 * (value - (around.values[i] & 0xFF)), 0, 255);
        }
        return new Grey(sharp, width, height);
    }

    /** The mean of the square that reaches so far to each side, by running sums: first along rows, then along columns. */
    private Grey blurred(int reach) {
        var rows = new byte[values.length];
        for (var y = 0; y < height; y++) {
            mean(values, rows, y * width, 1, width, reach);
        }
        var all = new byte[values.length];
        for (var x = 0; x < width; x++) {
            mean(rows, all, x, width, height, reach);
        }
        return new Grey(all, width, height);
    }

    private static void mean(byte[] from, byte[] to, int start, int step, int length, int reach) {
        var sum = 0;
        var count = 0;
        for (var i = 0; i < Math.min(reach, length); i++) {
            sum += from[start + i * step] & 0xFF;
            count++;
        }
        for (var i = 0; i < length; i++) {
            if (i + reach < length) {
                sum += from[start + (i + reach) * step] & 0xFF;
                count++;
            }
            if (i - reach - 1 >= 0) {
                sum -= from[start + (i - reach - 1) * step] & 0xFF;
                count--;
            }
            to[start + i * step] = (byte) (sum / count);
        }
    }
}
