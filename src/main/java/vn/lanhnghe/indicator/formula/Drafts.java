package vn.lanhnghe.indicator.formula;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.indicator.formula.Formula.Kind;
import vn.lanhnghe.indicator.formula.Term.Side;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** Formulas in the making: written on screen from published facts, tried on real data, and put to use with a reason. */
@Service
@PreAuthorize("hasAuthority('INDICATOR_EDIT')")
public class Drafts {

    private static final int MOST_CONDITIONS = 12;

    private final FormulaRepository formulas;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Drafts(FormulaRepository formulas, Acts acts, TransactionTemplate transaction, Clock clock) {
        this.formulas = formulas;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    public List<Formula> list() {
        return formulas.listDrafts();
    }

    public Formula get(long id) {
        return formulas.find(id).orElseThrow(() -> new NotFound("Không có công thức này."));
    }

    public long create(FormulaForm form) {
        check(form);
        if (formulas.hasCode(form.code())) {
            throw new Refusal(
                    "Mã %s đã có. Mở chỉ số đó và chọn “Soạn phiên bản mới”, hoặc đặt mã khác.".formatted(form.code()));
        }
        return write(() -> formulas.insert(form, 1, Scope.current().actor()));
    }

    /** The next version, beginning as the one in use. */
    public long revise(String code) {
        var today = LocalDate.now(clock);
        if (formulas.listDrafts().stream().anyMatch(it -> it.code().equals(code))) {
            throw new Refusal(
                    "Chỉ số %s đã có bản nháp; hãy mở bản nháp ấy trong danh sách công thức.".formatted(code));
        }
        var current = formulas.find(code, today)
                .orElseThrow(() -> new NotFound("Không có công thức %s đang dùng.".formatted(code)));
        if (current.lacking() != null) {
            throw new Refusal("Chỉ số %s chưa có hồ sơ để tính: chưa có %s.".formatted(code, current.lacking()));
        }
        return write(() -> formulas.copy(current.id(), today, Scope.current().actor()));
    }

    public void update(long id, FormulaForm form) {
        var draft = draft(id);
        check(form);
        if (!draft.code().equals(form.code())) {
            throw new Refusal("Mã của chỉ số không đổi được (%s). Muốn mã khác, hãy soạn một chỉ số mới."
                    .formatted(draft.code()));
        }
        write(() -> {
            formulas.update(id, form);
            return id;
        });
    }

    private void check(FormulaForm form) {
        if (!formulas.clauses().containsKey(form.clauseCode())) {
            throw new Refusal("Căn cứ “%s” không có trong sổ văn bản.".formatted(form.clauseCode()));
        }
        var types = formulas.types();
        for (var type : form.types()) {
            if (!types.containsKey(type)) {
                throw new Refusal("Loại hình “%s” không có. Các loại hình: %s."
                        .formatted(type, String.join(", ", types.values())));
            }
        }
    }

    public void setTerm(long id, Side side, String set, @Nullable String summed, int yearsBack) {
        var draft = draft(id);
        var chosen = formulas.catalogue().get(set);
        if (chosen == null) {
            throw new Refusal("Không có tập hồ sơ “%s”. Các tập có: %s."
                    .formatted(
                            set,
                            String.join(
                                    ", ",
                                    formulas.catalogue().values().stream()
                                            .map(FactSet::label)
                                            .toList())));
        }
        if (draft.kind() == Kind.MEETING || (draft.kind() == Kind.COUNT && side == Side.DENOMINATOR)) {
            throw new Refusal("Cách tính “%s” không có %s từ hồ sơ."
                    .formatted(draft.kind().label(), side.label().toLowerCase(Vi.LOCALE)));
        }
        var number = summed == null || summed.isBlank() ? null : summed;
        if (number != null
                && chosen.find(number)
                        .filter(it -> it.kind() == FactSet.Kind.NUMBER)
                        .isEmpty()) {
            throw new Refusal("Tập “%s” không có số “%s” để cộng.".formatted(chosen.label(), number));
        }
        if (yearsBack < 0 || yearsBack > 10) {
            throw new Refusal("Số năm lùi lại từ 0 đến 10, bạn đã nhập %d.".formatted(yearsBack));
        }
        write(() -> {
            formulas.putTerm(id, side, set, number, yearsBack);
            return id;
        });
    }

    public void addCondition(long id, Side side, String field, String operator, List<String> typed) {
        var term = draft(id)
                .term(side)
                .orElseThrow(() -> new Refusal("Hãy chọn tập hồ sơ của %s trước."
                        .formatted(side.label().toLowerCase(Vi.LOCALE))));
        if (term.conditions().size() >= MOST_CONDITIONS) {
            throw new Refusal("Mỗi vế có tối đa %d điều kiện.".formatted(MOST_CONDITIONS));
        }
        var asked = term.set()
                .find(field)
                .orElseThrow(() -> new Refusal("Tập “%s” không có trường “%s”. Các trường có: %s."
                        .formatted(
                                term.set().label(),
                                field,
                                String.join(
                                        ", ",
                                        term.set().fields().stream()
                                                .map(FactSet.Field::label)
                                                .toList()))));
        Operator chosen;
        try {
            chosen = Operator.valueOf(operator);
        } catch (IllegalArgumentException e) {
            throw new Refusal("Hãy chọn phép so của điều kiện.");
        }
        var values = chosen.read(asked, typed);
        write(() -> {
            formulas.addCondition(id, term, field, chosen, values);
            return id;
        });
    }

    public void removeCondition(long id, long condition) {
        draft(id);
        write(() -> formulas.removeCondition(id, condition));
    }

    public void addDemand(long id, String code, @Nullable BigDecimal least) {
        var draft = draft(id);
        if (draft.kind() != Kind.MEETING) {
            throw new Refusal("Chỉ cách tính “%s” mới dựa vào công thức khác.".formatted(Kind.MEETING.label()));
        }
        if (least == null) {
            throw new Refusal("Nhập mức tối thiểu của công thức được dựa vào, ví dụ 80.");
        }
        var today = LocalDate.now(clock);
        if (formulas.find(code, today).isEmpty()) {
            throw new Refusal("Không có công thức “%s” đang dùng.".formatted(code));
        }
        if (reaches(code, draft.code(), today, new HashSet<>())) {
            throw new Refusal("%s dựa vào chính %s, trực tiếp hoặc qua công thức khác; như thế không tính được."
                    .formatted(code, draft.code()));
        }
        write(() -> {
            formulas.putDemand(id, code, least);
            return id;
        });
    }

    public void removeDemand(long id, String code) {
        draft(id);
        write(() -> formulas.removeDemand(id, code));
    }

    private boolean reaches(String from, String to, LocalDate day, Set<String> seen) {
        return from.equals(to)
                || seen.add(from)
                        && formulas.find(from, day).stream()
                                .flatMap(it -> it.demands().stream())
                                .anyMatch(it -> reaches(it.code(), to, day, seen));
    }

    public void discard(long id) {
        draft(id);
        write(() -> {
            formulas.delete(id);
            return id;
        });
    }

    /** What is still missing before it can be used; empty when nothing is. */
    public List<String> faults(Formula draft) {
        var faults = new java.util.ArrayList<String>();
        if (draft.kind() == Kind.MEETING) {
            if (draft.demands().isEmpty()) {
                faults.add("Chưa dựa vào công thức nào.");
            }
        } else {
            for (var side : Side.values()) {
                if (draft.term(side).isEmpty() && !(draft.kind() == Kind.COUNT && side == Side.DENOMINATOR)) {
                    faults.add(
                            "Chưa chọn tập hồ sơ của %s.".formatted(side.label().toLowerCase(Vi.LOCALE)));
                }
            }
        }
        formulas.listVersions(draft.code()).stream()
                .filter(it -> it.state() == Formula.State.ACTIVE)
                .filter(it -> !draft.validFrom().isAfter(it.validFrom()))
                .forEach(it -> faults.add("Ngày bắt đầu phải sau %s, ngày bắt đầu của phiên bản %d đang dùng."
                        .formatted(Vi.day(it.validFrom()), it.version())));
        return faults;
    }

    public void activate(long id, String reason) {
        var draft = draft(id);
        var faults = faults(draft);
        if (!faults.isEmpty()) {
            throw new Refusal("Chưa đưa vào dùng được. " + String.join(" ", faults));
        }
        if (reason.strip().length() < 10) {
            throw new Refusal("Ghi lý do đưa công thức vào dùng, ít nhất 10 ký tự.");
        }
        write(() -> {
            formulas.activate(draft, reason.strip());
            acts.record(
                    ActKind.FORMULA_ACTIVATED,
                    new Subject("formula", id, null),
                    "Đưa vào dùng công thức %s, phiên bản %d".formatted(draft.code(), draft.version()),
                    reason.strip());
            return id;
        });
    }

    /** What the pages offer to choose from. */
    public Map<String, String> clauses() {
        return formulas.clauses();
    }

    public Map<String, String> types() {
        return formulas.types();
    }

    public List<FactSet> sets() {
        return List.copyOf(formulas.catalogue().values());
    }

    private Formula draft(long id) {
        var formula = get(id);
        if (!formula.draft()) {
            throw new Refusal("Công thức %s phiên bản %d đang dùng nên không sửa được. Hãy soạn phiên bản mới."
                    .formatted(formula.code(), formula.version()));
        }
        return formula;
    }

    private <T> T write(Supplier<T> work) {
        return Scope.current()
                .raised()
                .get(() -> java.util.Objects.requireNonNull(transaction.execute(it -> work.get())));
    }
}
