package vn.lanhnghe.credential;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** Many diplomas chosen at once, for a deed that the college in scope may do with them. */
@Service
@Transactional(readOnly = true)
public class Selections {

    /** So many diplomas one deed may be for. */
    public static final int MOST = 5_000;

    private final DiplomaRepository diplomas;

    Selections(DiplomaRepository diplomas) {
        this.diplomas = diplomas;
    }

    public Selection of(Chosen chosen) {
        var typed = Stream.of(Objects.requireNonNullElse(chosen.typed(), "").split("[\\n;,\\t]"))
                .map(Vietnamese::tidy)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        if (typed.size() > MOST) {
            throw tooMany(typed.size());
        }
        var ids = new LinkedHashSet<Long>();
        if (Boolean.TRUE.equals(chosen.all())) {
            ids.addAll(diplomas.listOwn(
                    new DiplomaRepository.Filter(
                            Objects.requireNonNullElse(chosen.q(), ""),
                            Objects.requireNonNullElse(chosen.state(), ""),
                            chosen.batch(),
                            null,
                            ""),
                    MOST + 1));
        } else if (chosen.diploma() != null && !chosen.diploma().isEmpty()) {
            ids.addAll(diplomas.listOwn(chosen.diploma()));
        }
        var unknown = new ArrayList<String>();
        if (!typed.isEmpty()) {
            var found = diplomas.listNamed(typed);
            typed.forEach(it -> {
                var named = found.getOrDefault(it, List.of());
                ids.addAll(named);
                if (named.isEmpty()) {
                    unknown.add(it);
                }
            });
        }
        if (ids.size() > MOST) {
            throw tooMany(ids.size());
        }
        return new Selection(List.copyOf(ids), unknown);
    }

    private static Refusal tooMany(int count) {
        return new Refusal(
                "Mỗi lần tối đa %s văn bằng, lựa chọn này có %s trở lên. Lọc hẹp lại rồi làm thành nhiều lần."
                        .formatted(Vi.count(MOST), Vi.count(count)));
    }
}
