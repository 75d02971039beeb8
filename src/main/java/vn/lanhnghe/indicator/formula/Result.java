package vn.lanhnghe.indicator.formula;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.indicator.formula.Share.Tiers;
import vn.lanhnghe.ui.Vi;

/**
 * A formula computed as at the end of a day: each institution that counts, and each that does not with the reason. {@code late} are
 * those whose first records came in after the day.
 */
public record Result(Formula formula, LocalDate asAt, List<Share> shares, List<Share> excluded, Set<Long> late) {

    /** Institutions that meet something are counted, and nothing is known of any: that is not to say that none does. */
    boolean unknown() {
        return formula.kind() == Formula.Kind.MEETING && covered() == 0;
    }

    public Amounts amounts() {
        return unknown() ? Amounts.NONE : shares.stream().map(Share::amounts).reduce(Amounts.NONE, Amounts::plus);
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

    /** “tính từ hồ sơ của 41/52 cơ sở; 3 cơ sở nộp sau ngày tính; 8 cơ sở chưa có hồ sơ”. */
    public String coverage() {
        var missing = shares.size() - covered() - late.size();
        return "tính từ hồ sơ của %s/%s cơ sở".formatted(Vi.count(covered()), Vi.count(shares.size()))
                + (late.isEmpty() ? "" : "; %s cơ sở nộp sau ngày tính".formatted(Vi.count(late.size())))
                + (missing == 0 ? "" : "; %s cơ sở chưa có hồ sơ".formatted(Vi.count(missing)));
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
        if (formula.kind() == Formula.Kind.MEETING) {
            return "Chưa cơ sở nào có hồ sơ để tính vào ngày này, nên không có tỷ lệ.";
        }
        return "Mẫu số bằng 0: không có hồ sơ nào hợp với điều kiện của mẫu số vào ngày này, nên không có tỷ lệ.";
    }
}
