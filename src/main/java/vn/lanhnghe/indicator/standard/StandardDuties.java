package vn.lanhnghe.indicator.standard;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Reader;
import vn.lanhnghe.ui.Vi;

/** To the college its report of the year until it is sent, and again when it comes back; to the department those that wait. */
@Component
class StandardDuties implements Duties {

    /** A report is brought up so many days before its figures are frozen. */
    private static final int BEFORE = 30;

    private final Standards standards;
    private final StandardRepository repository;
    private final Clock clock;

    StandardDuties(Standards standards, StandardRepository repository, Clock clock) {
        this.standards = standards;
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public String authority() {
        return "TARGET_VIEW";
    }

    @Override
    public List<Duty> list() {
        if (Reader.may("STANDARD_JUDGE")) {
            var sent = repository.countSent();
            return sent == 0
                    ? List.of()
                    : List.of(new Duty(
                            "Báo cáo chuẩn cơ sở chờ xem",
                            "%s trường đã gửi".formatted(Vi.count(sent)),
                            null,
                            "Xem",
                            "/standards?state=SENT"));
        }
        var own = Scope.current().institutionId();
        if (own == null || !(Reader.may("STANDARD_EDIT") || Reader.may("STANDARD_SEND"))) {
            return List.of();
        }
        var rule = standards.rule();
        var year = standards.year();
        var report = repository.listOf(own).stream()
                .filter(it -> it.year() == year)
                .findFirst()
                .orElse(null);
        var returned = report != null && report.state() == Assessment.State.RETURNED;
        var today = LocalDate.now(clock);
        var asAt = rule.asAt(year);
        if (report != null && !report.open()
                || !returned && today.isBefore(asAt.minusDays(BEFORE))
                || !returned && !repository.mustReport(own, asAt.isAfter(today) ? today : asAt)) {
            return List.of();
        }
        return List.of(new Duty(
                "Tự đánh giá chuẩn cơ sở năm " + year,
                returned ? "Sở trả lại, cần sửa và gửi lại" : "Số liệu chốt ngày %s".formatted(Vi.day(asAt)),
                rule.dueOn(year),
                report == null ? "Bắt đầu" : "Làm tiếp",
                report == null ? "/standards" : "/standards/" + report.id()));
    }
}
