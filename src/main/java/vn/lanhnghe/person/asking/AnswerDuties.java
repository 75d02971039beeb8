package vn.lanhnghe.person.asking;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lanhnghe.person.PersonFact;
import vn.lanhnghe.person.paper.StaffPapers;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;

/** To a teacher what the school answered to what they sent, until they open their record. */
@Component
class AnswerDuties implements Duties {

    private static final String OWN = "/me/staff";

    private final Requests requests;
    private final StaffPapers papers;

    AnswerDuties(Requests requests, StaffPapers papers) {
        this.requests = requests;
        this.papers = papers;
    }

    @Override
    public String authority() {
        return "PERSON_SELF";
    }

    @Override
    public List<Duty> list() {
        var duties = new ArrayList<Duty>();
        requests.listAnswered()
                .forEach(it -> duties.add(new Duty(
                        "Trường %s theo đề nghị số %d của bạn"
                                .formatted(
                                        it.state() == Request.State.APPROVED ? "đã sửa hồ sơ" : "không sửa hồ sơ",
                                        it.id()),
                        it.facts().keySet().stream().map(PersonFact::label).collect(Collectors.joining(", "))
                                + (it.reply() == null ? "" : "; trả lời: " + it.reply()),
                        null,
                        "Xem",
                        OWN + "#requests")));
        papers.listAnswered()
                .forEach(it -> duties.add(new Duty(
                        "Trường không nhận giấy “%s”".formatted(it.name()),
                        "vì: " + Objects.requireNonNullElse(it.stateNote(), "không ghi lý do"),
                        null,
                        "Xem",
                        OWN + "#papers")));
        return duties;
    }
}
