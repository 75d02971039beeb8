package vn.lanhnghe.target.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Reader;
import vn.lanhnghe.ui.Vi;

/** To institutions what they have not read and what they are asked about; to the department opinions that wait for an answer. */
@Component
class NoticeDuties implements Duties {

    private final NoticeRepository notices;
    private final Clock clock;

    NoticeDuties(NoticeRepository notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public String authority() {
        return "LAW_VIEW";
    }

    @Override
    public List<Duty> list() {
        var today = LocalDate.now(clock);
        var own = Scope.current().institutionId();
        if (Reader.may("LAW_MANAGE")) {
            return notices.listUnanswered(today).stream()
                    .map(it -> new Duty(
                            "Trả lời ý kiến: " + it.title(),
                            "%s ý kiến, đã trả lời %s".formatted(Vi.count(it.opinions()), Vi.count(it.answered())),
                            null,
                            "Trả lời",
                            "/consultations/" + it.id()))
                    .toList();
        }
        if (own == null || !Reader.may("TASK_REPORT")) {
            return List.of();
        }
        return Stream.concat(
                        notices.listUnread(own).stream()
                                .map(it -> new Duty(
                                        "Đọc " + it.textCode(),
                                        it.title() + (it.note().isEmpty() ? "" : ". Sở nhắn: " + it.note()),
                                        null,
                                        "Đọc",
                                        "/distributions/" + it.id())),
                        notices.listUnheard(own, today).stream()
                                .map(it -> new Duty(
                                        "Góp ý " + it.title(),
                                        it.textCode(),
                                        it.closesOn(),
                                        "Góp ý",
                                        "/consultations/" + it.id())))
                .toList();
    }
}
