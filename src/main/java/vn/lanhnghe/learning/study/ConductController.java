package vn.lanhnghe.learning.study;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.law.Clause;
import vn.lanhnghe.law.Laws;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Reader;

/** Kết quả rèn luyện of a class. */
@Controller
class ConductController {

    public record ConductPage(
            SchoolClass it,
            List<Conducts.Line> lines,
            List<Conducts.Term> terms,
            ConductRule rule,
            Clause clause,
            int year,
            int term,
            boolean write) {

        public String value(Conducts.Line line, String part) {
            var conduct = line.of(year, term);
            return conduct == null
                    ? ""
                    : conduct.part(part).stripTrailingZeros().toPlainString().replace('.', ',');
        }

        public @Nullable String discipline(Conducts.Line line) {
            var conduct = line.of(year, term);
            return conduct == null ? null : conduct.discipline();
        }
    }

    private final Conducts conducts;
    private final ConductRepository repository;
    private final StudyRepository study;
    private final Laws laws;
    private final Clock clock;

    ConductController(Conducts conducts, ConductRepository repository, StudyRepository study, Laws laws, Clock clock) {
        this.conducts = conducts;
        this.repository = repository;
        this.study = study;
        this.laws = laws;
        this.clock = clock;
    }

    @GetMapping("/classes/{id}/conduct")
    @PreAuthorize("hasAuthority('LEARNER_VIEW')")
    View conduct(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "1") int term) {
        var it = study.findClass(id).orElseThrow(() -> new NotFound("Không có lớp này trong phạm vi của bạn."));
        return new Page(
                "learning/study/conduct",
                new ConductPage(
                        it,
                        conducts.lines(id),
                        repository.terms(id),
                        repository.rule(),
                        laws.get("TT40-2026.RL"),
                        year == 0 ? LocalDate.now(clock).minusMonths(7).getYear() : year,
                        Math.clamp(term, 1, 3),
                        Reader.may("LEARNER_EDIT")));
    }

    @PostMapping("/classes/{id}/conduct")
    @PreAuthorize("hasAuthority('LEARNER_EDIT')")
    View write(
            @PathVariable long id,
            @RequestParam int year,
            @RequestParam int term,
            @RequestParam Map<String, String> form,
            RedirectAttributes flash) {
        var rule = repository.rule();
        var entries = new ArrayList<Conducts.Entry>();
        for (var member : study.listMembers(id)) {
            var parts = new HashMap<String, BigDecimal>();
            for (var part : rule.parts()) {
                var written = form.getOrDefault(part.code() + "_" + member.enrolmentId(), "")
                        .strip();
                if (written.isEmpty()) {
                    continue;
                }
                if (!written.matches("\\d{1,3}([.,]\\d)?")) {
                    throw new Refusal("%s – %s: “%s” không phải số. Nhập từ 0 đến %s, ví dụ 18,5."
                            .formatted(
                                    member.fullName(),
                                    part.label(),
                                    written,
                                    part.most().stripTrailingZeros().toPlainString()));
                }
                parts.put(part.code(), new BigDecimal(written.replace(',', '.')));
            }
            if (parts.isEmpty()) {
                continue;
            }
            if (parts.size() < rule.parts().size()) {
                throw new Refusal("%s: điền đủ %d nội dung, hoặc để trống cả dòng."
                        .formatted(member.fullName(), rule.parts().size()));
            }
            var discipline = form.getOrDefault("discipline_" + member.enrolmentId(), "");
            entries.add(new Conducts.Entry(
                    member.enrolmentId(),
                    member.siteId(),
                    year,
                    term,
                    parts,
                    rule.caps().stream().anyMatch(it -> it.discipline().equals(discipline)) ? discipline : null,
                    null));
        }
        var written = conducts.write(id, year, term, entries);
        return Go.to(
                "/classes/%d/conduct?year=%d&term=%d".formatted(id, year, term),
                flash,
                "Đã ghi rèn luyện của %d người học.".formatted(written));
    }
}
