package vn.lanhnghe.indicator.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.indicator.formula.Term.Side;

/** One version of a formula. {@code least} is in percent; {@code types} are the institution types that count, none for all. */
public record Formula(
        long id,
        String code,
        int version,
        State state,
        Family family,
        String name,
        Kind kind,
        Direction direction,
        int decimals,
        @Nullable BigDecimal least,
        List<String> types,
        String typeLabels,
        String clauseCode,
        String clause,
        String note,
        @Nullable String lacking,
        boolean verified,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String madeByName,
        OffsetDateTime madeAt,
        List<Term> terms,
        List<Demand> demands) {

    public enum State {
        DRAFT("Bản nháp"),
        ACTIVE("Đang dùng"),
        ENDED("Hết dùng");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum Family {
        PLAN("Kế hoạch của Thành phố"),
        STANDARD("Chuẩn cơ sở, Thông tư 38/2026"),
        CITY("Theo dõi của Thành phố");

        private final String label;

        Family(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum Direction {
        UP("Càng cao càng tốt"),
        DOWN("Càng thấp càng tốt");

        private final String label;

        Direction(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** How the two sides become a value. */
    public enum Kind {
        RATIO("Tỷ lệ: tử số ÷ mẫu số × 100", "%"),
        GROWTH("Biến động: (tử số ÷ mẫu số − 1) × 100", "%"),
        COUNT("Số đếm: chỉ có tử số", ""),
        MEETING("Tỷ lệ cơ sở tới mức của các công thức khác", "%");

        private final String label;
        private final String unit;

        Kind(String label, String unit) {
            this.label = label;
            this.unit = unit;
        }

        public String label() {
            return label;
        }

        public String unit() {
            return unit;
        }
    }

    /** Of kind MEETING: an institution must have so much by another formula. */
    public record Demand(String code, String name, BigDecimal least) {}

    public Optional<Term> term(Side side) {
        return terms.stream().filter(it -> it.side() == side).findFirst();
    }

    public boolean draft() {
        return state == State.DRAFT;
    }

    /** What is asked, in words; empty when nothing is. */
    public String asked() {
        return least == null
                ? ""
                : "Yêu cầu: %s %s %s"
                        .formatted(
                                direction == Direction.UP ? "từ" : "không quá",
                                Amounts.plain(least),
                                kind.unit() + (direction == Direction.UP ? " trở lên" : ""));
    }
}
