package vn.lanhnghe.learning.study;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.learning.Conversion;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.learning.Grading;
import vn.lanhnghe.learning.Scheme;
import vn.lanhnghe.learning.SchemeRepository;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Reader;

/** Cách tính điểm: which system and which conversion a college uses from which cohort on. */
@Controller
class SchemeController {

    private static final int MOST_STEPS = 12;

    public record SchemePage(
            Grading grading, List<Scheme> schemes, List<Conversion> conversions, int year, boolean write) {}

    private final SchemeRepository schemes;
    private final Enrolments enrolments;
    private final Acts acts;
    private final Clock clock;

    SchemeController(SchemeRepository schemes, Enrolments enrolments, Acts acts, Clock clock) {
        this.schemes = schemes;
        this.enrolments = enrolments;
        this.acts = acts;
        this.clock = clock;
    }

    @GetMapping("/schemes")
    @PreAuthorize("hasAuthority('LEARNER_VIEW')")
    View list() {
        var own = Scope.current().institutionId();
        return new Page(
                "learning/study/schemes",
                new SchemePage(
                        enrolments.grading(),
                        own == null ? List.of() : schemes.list(List.of(own)),
                        schemes.listConversions(),
                        LocalDate.now(clock).getYear(),
                        Reader.may("LEARNER_EDIT")));
    }

    @PostMapping("/schemes")
    @PreAuthorize("hasAuthority('LEARNER_EDIT')")
    @Transactional
    public View choose(
            @RequestParam(defaultValue = "0") int cohort,
            @RequestParam(defaultValue = "CREDIT") Scheme.System system,
            @RequestParam(required = false) @Nullable Long conversion,
            RedirectAttributes flash) {
        if (cohort < 1990 || cohort > 2100) {
            throw new Refusal("Khoá là năm nhập học, ví dụ 2026.");
        }
        if (conversion != null && schemes.listConversions().stream().noneMatch(it -> it.id() == conversion)) {
            throw new Refusal("Hãy chọn bảng quy đổi trong danh sách.");
        }
        schemes.choose(cohort, system, conversion);
        record("Từ khoá %d: %s".formatted(cohort, system.label()));
        return Go.to("/schemes", flash, "Đã chọn cách tính từ khoá %d.".formatted(cohort));
    }

    /** A college's own table, one step a line: letter, from which mark, points. */
    @PostMapping("/schemes/conversions")
    @PreAuthorize("hasAuthority('LEARNER_EDIT')")
    @Transactional
    public View add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String steps,
            RedirectAttributes flash) {
        var tidy = Vietnamese.tidy(name);
        if (tidy.isEmpty()) {
            throw new Refusal("Hãy đặt tên cho bảng quy đổi.");
        }
        var read = read(steps);
        schemes.add(tidy, read);
        record("Thêm bảng quy đổi “%s” gồm %d mức".formatted(tidy, read.size()));
        return Go.to("/schemes", flash, "Đã thêm bảng quy đổi.");
    }

    private static List<Conversion.Step> read(String text) {
        var steps = new ArrayList<Conversion.Step>();
        for (var line : text.lines().filter(it -> !it.isBlank()).toList()) {
            var parts = line.strip().split("[\\s;]+");
            if (parts.length != 3
                    || !parts[0].matches("[A-F][+-]?")
                    || !parts[1].matches("\\d{1,2}([.,]\\d)?")
                    || !parts[2].matches("[0-4]([.,]\\d{1,2})?")) {
                throw new Refusal(
                        "“%s”: mỗi dòng gồm chữ, điểm từ, điểm thang 4, ví dụ “B+ 8,0 3,5”.".formatted(line.strip()));
            }
            steps.add(new Conversion.Step(
                    parts[0], new BigDecimal(parts[1].replace(',', '.')), new BigDecimal(parts[2].replace(',', '.'))));
        }
        for (var i = 1; i < steps.size(); i++) {
            if (steps.get(i).atLeast().compareTo(steps.get(i - 1).atLeast()) >= 0
                    || steps.get(i).points().compareTo(steps.get(i - 1).points()) > 0) {
                throw new Refusal("Xếp các mức từ cao xuống thấp: “%s” phải thấp hơn “%s”."
                        .formatted(steps.get(i).letter(), steps.get(i - 1).letter()));
            }
        }
        if (steps.size() < 2
                || steps.size() > MOST_STEPS
                || steps.getLast().atLeast().signum() != 0) {
            throw new Refusal("Bảng cần từ 2 đến %d mức, mức cuối bắt đầu từ 0.".formatted(MOST_STEPS));
        }
        return steps;
    }

    private void record(String summary) {
        var own = Objects.requireNonNull(Scope.current().institutionId());
        acts.record(ActKind.SCALE_CHOSEN, new Subject("institution", own, own), summary, null);
    }
}
