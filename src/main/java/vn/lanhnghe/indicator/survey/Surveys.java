package vn.lanhnghe.indicator.survey;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.indicator.survey.Survey.Door;
import vn.lanhnghe.indicator.survey.Survey.Link;
import vn.lanhnghe.indicator.survey.Survey.Question;
import vn.lanhnghe.indicator.survey.Survey.Rule;
import vn.lanhnghe.indicator.survey.Survey.Tally;
import vn.lanhnghe.indicator.survey.SurveyRepository.Person;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Secret;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** Surveys of a college: everybody, or a share that keeps the structure; answers without names, shown from five on. */
@Service
@Transactional
public class Surveys {

    /** Fewer answers than this would tell who gave them. */
    public static final int FEWEST_SHOWN = 5;

    private static final int MOST_INVITED = 20_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SurveyRepository surveys;
    private final Acts acts;
    private final Clock clock;

    Surveys(SurveyRepository surveys, Acts acts, Clock clock) {
        this.surveys = surveys;
        this.acts = acts;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    public Paging<Survey> list(int page) {
        return new Paging<>(surveys.list(Paging.SIZE, Paging.offset(page)), page, surveys.count(), Paging.SIZE);
    }

    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    public Survey get(long id) {
        return surveys.find(id)
                .orElseThrow(() -> new NotFound("Không có cuộc khảo sát này trong phạm vi bạn được xem."));
    }

    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    public List<Survey.Stratum> listStrata(Survey survey) {
        return surveys.listStrata(survey.id());
    }

    /** How often each answer was given; empty until there are answers enough. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    public List<Tally> listTallies(Survey survey) {
        var tallies = surveys.listTallies(survey.id());
        var answers = tallies.stream()
                .filter(it -> it.question().equals("satisfied"))
                .mapToLong(Tally::count)
                .sum();
        return answers < FEWEST_SHOWN ? List.of() : tallies;
    }

    @Transactional(readOnly = true)
    public List<Question> listQuestions(Audience audience) {
        return surveys.listQuestions(audience);
    }

    @Transactional(readOnly = true)
    public Rule rule(Audience audience) {
        return surveys.listRules().stream()
                .filter(it -> it.audience() == audience)
                .findFirst()
                .orElseThrow();
    }

    @Transactional(readOnly = true)
    public List<String> listSpans() {
        return surveys.listSpans();
    }

    @Transactional(readOnly = true)
    public Map<String, String> occupations() {
        return surveys.occupations();
    }

    /** Invites everybody there is to ask, or the same share of each occupation, level and cohort. */
    @PreAuthorize("hasAuthority('SURVEY_RUN')")
    public long open(NewSurvey plan) {
        var audience = Objects.requireNonNull(plan.audience());
        var opens = Objects.requireNonNull(plan.opensOn());
        if (Objects.requireNonNull(plan.closesOn()).isBefore(opens)) {
            throw new Refusal("Ngày đóng %s trước ngày mở %s; hãy chọn ngày đóng từ ngày mở trở đi."
                    .formatted(Vi.day(plan.closesOn()), Vi.day(opens)));
        }
        if (plan.closesOn().isBefore(LocalDate.now(clock))) {
            throw new Refusal("Ngày đóng %s đã qua, không ai trả lời được.".formatted(Vi.day(plan.closesOn())));
        }
        var rule = rule(audience);
        var people = audience == Audience.EMPLOYER
                ? employers(plan.employers())
                : surveys.listPeople(audience, opens, rule.months());
        if (people.isEmpty()) {
            throw new Refusal(
                    audience == Audience.GRADUATE
                            ? "Trường không có người tốt nghiệp nào trong %d tháng trước %s."
                                    .formatted(rule.months(), Vi.day(opens))
                            : "Trường không có người học nào đang học.");
        }
        var chosen = audience == Audience.EMPLOYER ? people : sample(people, Objects.requireNonNull(plan.share()));
        if (chosen.size() > MOST_INVITED) {
            throw new Refusal("Một cuộc khảo sát mời tối đa %s người; bạn đang mời %s. Hãy giảm tỷ lệ."
                    .formatted(Vi.count(MOST_INVITED), Vi.count(chosen.size())));
        }
        var id = surveys.insert(plan, people.size());
        var invited = new LinkedHashMap<String, Person>();
        chosen.forEach(it -> invited.put(Secret.next(16), it));
        surveys.invite(id, invited);
        acts.record(
                ActKind.SURVEY_OPENED,
                new Subject("survey", id, Scope.current().institutionId()),
                "Mở khảo sát “%s”, mời %s trong %s người"
                        .formatted(plan.title(), Vi.count(chosen.size()), Vi.count(people.size())),
                null);
        return id;
    }

    /** The same share of each stratum, one at least; who of it is left to chance. */
    static List<Person> sample(List<Person> people, int share) {
        var strata = new LinkedHashMap<String, List<Person>>();
        people.forEach(it -> strata.computeIfAbsent(
                        it.occupationCode() + "|" + it.level() + "|" + it.cohort(), key -> new ArrayList<>())
                .add(it));
        var chosen = new ArrayList<Person>();
        for (var stratum : strata.values()) {
            Collections.shuffle(stratum, RANDOM);
            chosen.addAll(stratum.subList(0, Math.ceilDiv(stratum.size() * share, 100)));
        }
        return chosen;
    }

    private List<Person> employers(String text) {
        var known = surveys.occupations();
        var people = new ArrayList<Person>();
        var faults = new ArrayList<String>();
        var number = 0;
        for (var line : text.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var cells = line.split(";", -1);
            var name = Vietnamese.tidy(cells[0]);
            var code = cells.length < 2 ? "" : cells[1].strip();
            if (name.isEmpty()) {
                faults.add("dòng %d: thiếu tên đơn vị".formatted(number));
            } else if (!known.containsKey(code)) {
                faults.add("dòng %d: mã ngành, nghề “%s” không có trong danh mục (7 chữ số, ví dụ 6480201)"
                        .formatted(number, code));
            } else {
                people.add(new Person(name, Vietnamese.fold(name), code, null, null));
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal("Danh sách đơn vị còn chỗ cần sửa – %s. Mỗi dòng ghi: tên đơn vị; mã ngành, nghề."
                    .formatted(String.join("; ", faults.subList(0, Math.min(10, faults.size())))));
        }
        if (people.isEmpty()) {
            throw new Refusal("Nhập ít nhất một đơn vị, mỗi dòng: tên đơn vị; mã ngành, nghề.");
        }
        return people;
    }

    /** To be sent by the college, one to each; taking them out leaves a trace. */
    @PreAuthorize("hasAuthority('SURVEY_RUN')")
    public List<Link> takeLinks(long id) {
        var survey = get(id);
        var links = surveys.listLinks(id);
        acts.record(
                ActKind.FILE_DOWNLOADED,
                new Subject("survey", id, survey.institutionId()),
                "Tải %s liên kết của khảo sát “%s”".formatted(Vi.count(links.size()), survey.title()),
                null);
        return links;
    }

    /** Open to everybody who holds the link. */
    @Transactional(readOnly = true)
    public Optional<Door> lookUp(String token) {
        return surveys.lookUp(token);
    }

    /** Takes the answer once; an answer that is missing or not offered is refused, nothing is kept. */
    public void answer(String token, Map<String, String> said) {
        var door = lookUp(token).orElseThrow(() -> new NotFound("Liên kết khảo sát này không có."));
        var given = new LinkedHashMap<String, String>();
        for (var question : surveys.listQuestions(door.audience())) {
            var value = said.getOrDefault(question.code(), "");
            if (question.options().stream().noneMatch(it -> it.value().equals(value))) {
                throw new Refusal("Chưa chọn câu trả lời cho câu “%s”".formatted(question.text()));
            }
            given.put(question.code(), value);
        }
        var today = LocalDate.now(clock);
        if (!surveys.answer(token, given.get("work"), Objects.requireNonNull(given.get("satisfied")), today)) {
            throw new Refusal(closed(door, today));
        }
    }

    /** Why the link takes no answer; null when it does. */
    public static @Nullable String shut(Door door, LocalDate today) {
        return door.answered() || today.isBefore(door.opensOn()) || today.isAfter(door.closesOn())
                ? closed(door, today)
                : null;
    }

    private static String closed(Door door, LocalDate today) {
        return today.isBefore(door.opensOn())
                ? "Khảo sát mở từ ngày %s.".formatted(Vi.day(door.opensOn()))
                : today.isAfter(door.closesOn())
                        ? "Khảo sát đã đóng ngày %s.".formatted(Vi.day(door.closesOn()))
                        : "Liên kết này đã được dùng. Mỗi liên kết trả lời một lần; cảm ơn bạn.";
    }
}
