package vn.lanhnghe.indicator.formula;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.indicator.formula.Share.Tiers;

/** A formula computed as at the end of a day: each institution that counts, and each that does not with the reason. */
public record Result(Formula formula, LocalDate asAt, List<Share> shares, List<Share> excluded) {

    public Amounts amounts() {
        return shares.stream().map(Share::amounts).reduce(Amounts.NONE, Amounts::plus);
    }

    public Tiers tiers() {
        return shares.stream().map(Share::tiers).reduce(Tiers.NONE, Tiers::plus);
    }

    public long covered() {
        return shares.stream().filter(Share::covered).count();
    }

    /** Whether an institution reaches what is asked, by a level or by other formulas; null when nothing is asked or nothing is known. */
    public @Nullable Boolean met(Share share) {
        return formula.kind() == Formula.Kind.MEETING
                ? Boolean.valueOf(share.amounts().numerator().signum() > 0)
                : share.amounts().met(formula);
    }

    /** Of the institutions that have a value, those that reach what is asked. */
    public long met() {
        return shares.stream()
                .filter(it -> Boolean.TRUE.equals(it.amounts().met(formula)))
                .count();
    }

    public String value() {
        return amounts().said(formula);
    }

    /** “tính từ hồ sơ của 41/52 cơ sở; 11 cơ sở chưa có hồ sơ”. */
    public String coverage() {
        var missing = shares.size() - covered();
        return "tính từ hồ sơ của %s/%s cơ sở"
                        .formatted(vn.lanhnghe.ui.Vi.count(covered()), vn.lanhnghe.ui.Vi.count(shares.size()))
                + (missing == 0 ? "" : "; %s cơ sở chưa có hồ sơ".formatted(vn.lanhnghe.ui.Vi.count(missing)));
    }

    /** Why there is no value, in a sentence; null where there is one. */
    public @Nullable String silence() {
        if (formula.lacking() != null) {
            return "Chưa tính được vì chưa có " + formula.lacking() + ". Hệ thống không đưa số ước đoán.";
        }
        if (amounts().value(formula) != null) {
            return null;
        }
        if (shares.isEmpty()) {
            return "Không có cơ sở nào thuộc phạm vi của công thức vào ngày này.";
        }
        return "Mẫu số bằng 0: không có hồ sơ nào hợp với điều kiện của mẫu số vào ngày này, nên không có tỷ lệ.";
    }
}
