package vn.lanhnghe.indicator.formula;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.job.Daily;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** Chốt số: the value of every month's last day, kept as published; what the records say later stands beside it with the reason. */
@Component
public class Freezing implements Daily {

    /** Months that are made up for when no node was running. */
    private static final int BACK = 12;

    private final FormulaRepository formulas;
    private final FrozenRepository frozen;
    private final Formulas figures;
    private final Engine engine;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Freezing(
            FormulaRepository formulas,
            FrozenRepository frozen,
            Formulas figures,
            Engine engine,
            Acts acts,
            TransactionTemplate transaction,
            Clock clock) {
        this.formulas = formulas;
        this.frozen = frozen;
        this.figures = figures;
        this.engine = engine;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "indicator-freezing";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(2, 0);
    }

    @Override
    public void run() {
        var month = YearMonth.now(clock);
        Scope.system().run(() -> {
            for (var back = BACK; back >= 1; back--) {
                freeze(month.minusMonths(back).atEndOfMonth());
            }
        });
    }

    /** Each formula in a transaction of its own: whole or not at all, and never twice. A month with no record at all has nothing to publish. */
    private void freeze(LocalDate day) {
        for (var formula : formulas.list(day)) {
            if (formula.lacking() == null) {
                transaction.executeWithoutResult(status -> {
                    if (!frozen.has(formula.id(), day)) {
                        var result = engine.compute(formula, day);
                        if (result.covered() > 0) {
                            frozen.insert(result);
                        }
                    }
                });
            }
        }
    }

    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    public List<Frozen> list(String code) {
        return frozen.list(code);
    }

    /** Every formula's published months, by its code. */
    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    public Map<String, List<Frozen>> listAll() {
        return frozen.listAll();
    }

    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    public Frozen get(String code, LocalDate asAt) {
        return frozen.list(code).stream()
                .filter(it -> it.asAt().equals(asAt))
                .findFirst()
                .orElseThrow(() -> new NotFound("Chưa chốt số của %s cho ngày %s.".formatted(code, Vi.day(asAt))));
    }

    /** Institutions whose published share is not what their records say now. */
    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    public List<Frozen.Difference> listDifferences(Result recomputed) {
        var lines = frozen.lines(recomputed.formula().code(), recomputed.asAt());
        var differences = new ArrayList<Frozen.Difference>();
        for (var share : recomputed.shares()) {
            var line = lines.remove(share.place().id());
            if (line == null || !FrozenRepository.same(line.amounts(), share.amounts())) {
                differences.add(new Frozen.Difference(
                        share.place().id(),
                        share.place().name(),
                        line == null ? null : line.amounts(),
                        share.amounts()));
            }
        }
        lines.forEach((id, line) -> differences.add(new Frozen.Difference(id, line.name(), line.amounts(), null)));
        return differences;
    }

    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    public List<Frozen.Correction> listCorrections(String code, LocalDate asAt) {
        return frozen.listCorrections(code, asAt);
    }

    /** Says why the records differ from what was published; the published value stays. */
    @PreAuthorize("hasAuthority('INDICATOR_EDIT')")
    public void correct(String code, LocalDate asAt, String reason) {
        var published = get(code, asAt);
        var recomputed = figures.get(code, asAt);
        if (listDifferences(recomputed).isEmpty()) {
            throw new Refusal("Số tính lại trùng với số đã chốt, không có gì để giải thích.");
        }
        if (reason.strip().length() < 10 || reason.strip().length() > 500) {
            throw new Refusal("Ghi lý do từ 10 đến 500 ký tự: hồ sơ nào đã sửa, vì sao.");
        }
        var formula = recomputed.formula();
        Scope.current()
                .raised()
                .run(() -> transaction.executeWithoutResult(status -> {
                    frozen.insertCorrection(
                            formula.id(),
                            asAt,
                            published.amounts().said(formula),
                            recomputed.value(),
                            reason.strip(),
                            Scope.current().actor());
                    acts.record(
                            ActKind.FIGURE_EXPLAINED,
                            new Subject("formula", formula.id(), null),
                            "%s, chốt %s: đã công bố %s, tính lại %s"
                                    .formatted(
                                            code,
                                            Vi.day(asAt),
                                            published.amounts().said(formula),
                                            recomputed.value()),
                            reason.strip());
                }));
    }
}
