package vn.lanhnghe.indicator.formula;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.indicator.formula.Opened.Which;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Reader;
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

    /** Which rows of a formula can be looked at: those of its sides, and those still missing where both sides are of one set. */
    public static List<Opened> opened(Formula formula) {
        return Arrays.stream(Which.values())
                .flatMap(it -> Opened.of(formula, it).stream())
                .toList();
    }

    /** What is asked for of a formula; the first it has when that is not there, none when it has no rows of its own. */
    public static Optional<Opened> opened(Formula formula, Which which) {
        return Opened.of(formula, which).or(() -> opened(formula).stream().findFirst());
    }

    /**
     * The rows at one institution; their amounts add up to what the institution brings to the figure. Where rows are counted, that is
     * how many there are, and nobody counts them again.
     */
    public Paging<Row> listRows(Opened opened, Result result, Share share, int page) {
        var institution = share.place().id();
        var known = share.covered() && share.place().exclusion() == null ? opened.count(share.amounts()) : null;
        var total = known == null ? facts.countRows(opened, result.asAt(), institution) : known;
        var shown = (int) Math.clamp(page, 1L, Math.max(1, (total + Paging.SIZE - 1) / Paging.SIZE));
        return new Paging<>(
                facts.listRows(
                        opened,
                        result.asAt(),
                        institution,
                        Reader.may("TARGET_ROWS"),
                        Paging.SIZE,
                        Paging.offset(shown)),
                shown,
                total,
                Paging.SIZE);
    }

    /** Who is not counted in a figure of people, and why; at one institution or, with none, in all that the reader sees. */
    public List<LeftOut> listLeftOut(Formula formula, LocalDate asAt, @Nullable Long institution) {
        return formula.terms().stream()
                .map(Term::set)
                .filter(it -> it.leftOut() != null)
                .findFirst()
                .map(it -> facts.listLeftOut(it, asAt, institution))
                .orElse(List.of());
    }

    public List<Row> listAllRows(Opened opened, LocalDate asAt, long institution) {
        var total = facts.countRows(opened, asAt, institution);
        if (total > MOST_ROWS) {
            throw new Refusal("Danh sách có %s dòng, nhiều hơn %s dòng mà một tệp Excel ở đây chứa được."
                    .formatted(Vi.count(total), Vi.count(MOST_ROWS)));
        }
        return facts.listRows(opened, asAt, institution, Reader.may("TARGET_ROWS"), MOST_ROWS, 0);
    }

    /** What a formula of kind MEETING leans on, each computed for the same day. */
    public List<Demanded> demanded(Formula formula, LocalDate asAt) {
        var computed =
                compute(formula.demands().stream().map(Formula.Demand::code).toList(), asAt);
        return formula.demands().stream()
                .filter(it -> computed.containsKey(it.code()))
                .map(it -> new Demanded(it, Objects.requireNonNull(computed.get(it.code()))))
                .toList();
    }

    /** One demand of a formula, computed. */
    public record Demanded(Formula.Demand demand, Result result) {

        public Optional<Share> at(long institution) {
            return result.shares().stream()
                    .filter(it -> it.place().id() == institution)
                    .findFirst();
        }
    }

    /** A figure, where there is a formula for it on the day. */
    public Optional<Result> compute(String code, LocalDate asAt) {
        return formulas.find(code, asAt).map(it -> engine.compute(it, asAt));
    }

    /** Figures by their codes, those that have a formula on the day. */
    public Map<String, Result> compute(Collection<String> codes, LocalDate asAt) {
        var asked = formulas.list(asAt).stream()
                .filter(it -> codes.contains(it.code()))
                .toList();
        return engine.compute(asked, asAt).stream()
                .collect(Collectors.toMap(it -> it.formula().code(), Function.identity()));
    }

    /** The first day for which there is a formula of the code, or any formula when none is named. */
    public LocalDate firstDay(@Nullable String code) {
        return formulas.firstDay(code);
    }
}
