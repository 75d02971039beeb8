package vn.lanhnghe.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.ui.Paging;

/** Figures as at a date, and the way down to their rows; each level is counted by the same statement. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAuthority('TARGET_VIEW')")
public class Indicators {

    private final IndicatorRepository repository;

    Indicators(IndicatorRepository repository) {
        this.repository = repository;
    }

    public Optional<Definition> find(String code, int milestone, LocalDate asAt) {
        return repository.find(code, milestone, asAt);
    }

    /** The first day for which the formula computes anything; empty when there is no formula. */
    public Optional<LocalDate> findFirstDay(String code) {
        return repository.findFirstDay(code);
    }

    public Figure compute(String code, int milestone, LocalDate asAt) {
        return repository.compute(get(code, milestone, asAt), asAt);
    }

    public Paging<Measured> list(String code, int milestone, LocalDate asAt, Choice choice, int page) {
        var definition = get(code, milestone, asAt);
        var total = repository.count(definition, asAt, choice);
        var shown = within(page, total);
        return new Paging<>(
                repository.list(definition, asAt, choice, Paging.SIZE, Paging.offset(shown)),
                shown,
                total,
                Paging.SIZE);
    }

    public List<Measured> listAll(String code, int milestone, LocalDate asAt, Choice choice) {
        return repository.list(get(code, milestone, asAt), asAt, choice, Integer.MAX_VALUE, 0);
    }

    public List<Measured> listExcluded(String code, int milestone, LocalDate asAt) {
        return repository.listExcluded(get(code, milestone, asAt), asAt);
    }

    /** One institution, counted or excluded; not found where the reader's scope ends. */
    public Measured get(String code, int milestone, LocalDate asAt, long institution) {
        return repository
                .find(get(code, milestone, asAt), asAt, institution)
                .orElseThrow(() -> new NotFound("Không có cơ sở này trong phạm vi chỉ tiêu mà bạn được xem."));
    }

    public Paging<StudyRow> listRows(
            String code, int milestone, LocalDate asAt, long institution, @Nullable Missing missing, int page) {
        var definition = get(code, milestone, asAt);
        var total = repository.countRows(definition, asAt, institution, missing);
        var shown = within(page, total);
        var rows = repository.listRows(definition, asAt, institution, missing, mayReadNames(), Paging.offset(shown));
        return new Paging<>(rows, shown, total, Paging.SIZE);
    }

    private Definition get(String code, int milestone, LocalDate asAt) {
        return find(code, milestone, asAt)
                .orElseThrow(() -> new NotFound("Chưa có công thức tính chỉ tiêu này cho mốc và ngày bạn chọn."));
    }

    private static boolean mayReadNames() {
        var reader = SecurityContextHolder.getContext().getAuthentication();
        return reader != null
                && reader.getAuthorities().stream().anyMatch(it -> "TARGET_ROWS".equals(it.getAuthority()));
    }

    private static int within(int page, long total) {
        return (int) Math.clamp(page, 1L, Math.max(1, (total + Paging.SIZE - 1) / Paging.SIZE));
    }
}
