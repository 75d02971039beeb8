package vn.lanhnghe.programme.appraisal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.programme.integration.Integrations;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Reader;
import vn.lanhnghe.ui.Vi;

/** Programmes that wait for the head, came back to their designers, hang on an old framework, or are due for review. */
@Component
class ProgrammeDuties implements Duties {

    private final AppraisalRepository appraisals;
    private final Integrations integrations;
    private final Clock clock;

    ProgrammeDuties(AppraisalRepository appraisals, Integrations integrations, Clock clock) {
        this.appraisals = appraisals;
        this.integrations = integrations;
        this.clock = clock;
    }

    @Override
    public String authority() {
        return "PROGRAMME_VIEW";
    }

    @Override
    public List<Duty> list() {
        var own = Scope.current().institutionId();
        if (own == null || !(Reader.may("PROGRAMME_EDIT") || Reader.may("PROGRAMME_APPROVE"))) {
            return List.of();
        }
        var duties = new ArrayList<Duty>();
        var counts = appraisals.countWaiting(own);
        if (Reader.may("PROGRAMME_APPROVE")) {
            add(duties, counts.getOrDefault("APPRAISED", 0L), "Chương trình chờ ban hành", "đã thẩm định", "APPRAISED");
            add(
                    duties,
                    counts.getOrDefault("SUBMITTED", 0L),
                    "Chương trình vừa trình",
                    "chờ xem, thẩm định",
                    "SUBMITTED");
        }
        if (Reader.may("PROGRAMME_APPRAISE")) { // the school's office sets up councils, not whoever drafts
            add(
                    duties,
                    counts.getOrDefault("SUBMITTED", 0L),
                    "Chương trình chờ thẩm định",
                    "lập hội đồng, ghi biên bản",
                    "SUBMITTED");
        }
        if (Reader.may("PROGRAMME_EDIT")) {
            add(
                    duties,
                    counts.getOrDefault("RETURNED", 0L),
                    "Chương trình bị trả lại",
                    "có ý kiến cần trả lời",
                    "RETURNED");
            var hanging = integrations.countHanging();
            if (hanging > 0) {
                duties.add(new Duty(
                        "Chuẩn đầu ra treo trên khung cũ",
                        "%s liên kết cần chuyển".formatted(Vi.count(hanging)),
                        null,
                        "Chuyển",
                        "/programmes/hanging"));
            }
            appraisals
                    .listDue(own, LocalDate.now(clock))
                    .forEach(it -> duties.add(new Duty(
                            "Rà soát chương trình hằng năm",
                            it.name(),
                            it.dueOn(),
                            "Ghi rà soát",
                            "/programmes/" + it.programmeId())));
        }
        return duties;
    }

    private static void add(List<Duty> duties, long count, String what, String about, String state) {
        if (count > 0) {
            duties.add(new Duty(
                    what,
                    "%s chương trình %s".formatted(Vi.count(count), about),
                    null,
                    "Mở",
                    "/programmes?state=" + state));
        }
    }
}
