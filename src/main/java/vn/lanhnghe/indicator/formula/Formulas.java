package vn.lanhnghe.indicator.formula;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.indicator.formula.Term.Side;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** Formulas computed as at a day, as far as the reader's scope reaches: the value, its parts, the institutions and the rows behind it. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAuthority('TARGET_VIEW')")
public class Formulas {

    private static final int MOST_ROWS = 100_000;

    private final FormulaRepository formulas;
    private final FactRepository facts;
    private final Engine engine;

    Formulas(FormulaRepository formulas, FactRepository facts, Engine engine) {
        this.formulas = formulas;
        this.facts = facts;
        this.engine = engine;
    }

    /** All in use on the day, each computed. */
    public List<Result> list(LocalDate asAt) {
        return engine.compute(formulas.list(asAt), asAt);
    }

    public Result get(String code, LocalDate asAt) {
        return compute(formula(code, asAt), asAt);
    }

    public Formula formula(String code, LocalDate asAt) {
        return formulas.find(code, asAt)
                .orElseThrow(() -> new NotFound("Không có công thức %s áp dụng vào ngày này.".formatted(code)));
    }

    /** Codes and names of those in use on the day. */
    public Map<String, String> codes(LocalDate asAt) {
        var codes = new LinkedHashMap<String, String>();
        formulas.list(asAt).stream().filter(it -> it.lacking() == null).forEach(it -> codes.put(it.code(), it.name()));
        return codes;
    }

    /** One institution of a result; not found where the reader's scope ends. */
    public static Share share(Result result, long institution) {
        return java.util.stream.Stream.concat(result.shares().stream(), result.excluded().stream())
                .filter(it -> it.place().id() == institution)
                .findFirst()
                .orElseThrow(() -> new NotFound("Không có cơ sở này trong phạm vi của công thức mà bạn được xem."));
    }

    /** A draft as it would be. */
    Result compute(Formula formula, LocalDate asAt) {
        return engine.compute(formula, asAt);
    }

    /** The figure in parts; refuses a breakdown that the formula does not have. The parts add up to the whole. */
    public List<Part> parts(Result result, String by) {
        return engine.parts(result, by);
    }

    /** The rows of one side at one institution; their amounts add up to what the institution brings to the figure. */
    public Paging<Row> listRows(Formula formula, Side side, LocalDate asAt, long institution, int page) {
        var term = term(formula, side);
        var total = facts.countRows(term, asAt, institution);
        var shown = (int) Math.clamp(page, 1L, Math.max(1, (total + Paging.SIZE - 1) / Paging.SIZE));
        return new Paging<>(
                facts.listRows(term, asAt, institution, mayReadNames(), Paging.SIZE, Paging.offset(shown)),
                shown,
                total,
                Paging.SIZE);
    }

    public List<Row> listAllRows(Formula formula, Side side, LocalDate asAt, long institution) {
        var term = term(formula, side);
        var total = facts.countRows(term, asAt, institution);
        if (total > MOST_ROWS) {
            throw new Refusal("Danh sách có %s dòng, nhiều hơn %s dòng mà một tệp Excel ở đây chứa được."
                    .formatted(Vi.count(total), Vi.count(MOST_ROWS)));
        }
        return facts.listRows(term, asAt, institution, mayReadNames(), MOST_ROWS, 0);
    }

    private static Term term(Formula formula, Side side) {
        return formula.term(side)
                .orElseThrow(() -> new NotFound("Công thức %s không có %s từ hồ sơ."
                        .formatted(formula.code(), side.label().toLowerCase(Vi.LOCALE))));
    }

    static boolean mayReadNames() {
        var reader = SecurityContextHolder.getContext().getAuthentication();
        return reader != null
                && reader.getAuthorities().stream().anyMatch(it -> "TARGET_ROWS".equals(it.getAuthority()));
    }
}
