package vn.lanhnghe.credential.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** A printer that errs prints true once it is told how. */
class CorrectionTest {

    /** Puts a thing meant at {@code meant} somewhere else: it shrinks and shifts whatever it is told. */
    private record Erring(double scaleX, double scaleY, double offsetX, double offsetY) {

        double x(Correction told, double meant) {
            return scaleX * told.x(meant) + offsetX;
        }

        double y(Correction told, double meant) {
            return scaleY * told.y(meant) + offsetY;
        }

        Correction.Measured page(Correction told, double width, double height) {
            return new Correction.Measured(
                    x(told, Layout.MARGIN),
                    y(told, Layout.MARGIN),
                    x(told, width - Layout.MARGIN),
                    y(told, height - Layout.MARGIN));
        }
    }

    @Test
    void after_one_test_page_everything_comes_out_where_it_is_meant_and_a_second_one_changes_nothing() {
        var random = new Random(7);
        for (var i = 0; i < 200; i++) {
            var printer = new Erring(
                    1 + random.nextDouble(-0.03, 0.03),
                    1 + random.nextDouble(-0.03, 0.03),
                    random.nextDouble(-5, 5),
                    random.nextDouble(-5, 5));
            var once = Correction.NONE.after(printer.page(Correction.NONE, 270, 190), 270, 190);
            assertThat(once.doubts()).isEmpty();
            assertThat(printer.x(once, 55)).isCloseTo(55, within(0.02));
            assertThat(printer.y(once, 133)).isCloseTo(133, within(0.02));
            var twice = once.after(printer.page(once, 297, 210), 297, 210);
            assertThat(twice.scaleX()).isCloseTo(once.scaleX(), within(0.0002));
            assertThat(twice.offsetY()).isCloseTo(once.offsetY(), within(0.05));
        }
    }

    @Test
    void a_page_that_was_fitted_or_badly_laid_in_is_told_instead_of_believed() {
        var fitted = new Erring(0.92, 0.92, 8, 6);
        assertThat(Correction.NONE
                        .after(fitted.page(Correction.NONE, 270, 190), 270, 190)
                        .doubts())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it).contains("8,7 %", "100 %"));
        var shifted = new Erring(1, 1, 0, 17);
        assertThat(Correction.NONE
                        .after(shifted.page(Correction.NONE, 270, 190), 270, 190)
                        .doubts())
                .singleElement()
                .asString()
                .contains("dọc", "-17 mm", "khay giấy");
    }

    @Test
    void lengths_are_read_with_a_comma_or_a_point_and_nothing_else() {
        assertThat(Millimetres.read(" 12,5 ")).hasValue(12.5);
        assertThat(Millimetres.read("12.5")).hasValue(12.5);
        assertThat(Millimetres.read("12,5 mm")).isEmpty();
        assertThat(Millimetres.read("NaN")).isEmpty();
        assertThat(Millimetres.read(null)).isEmpty();
        assertThat(Millimetres.text(12.5)).isEqualTo("12,5");
    }
}
