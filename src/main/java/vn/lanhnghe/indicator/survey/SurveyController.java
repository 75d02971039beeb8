package vn.lanhnghe.indicator.survey;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lanhnghe.document.Spreadsheets;
import vn.lanhnghe.indicator.survey.Survey.Question;
import vn.lanhnghe.indicator.survey.Survey.Rule;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

@Controller
class SurveyController {

    public record ListPage(Paging<Survey> surveys, LocalDate today) {}

    public record NewPage(BindingResult form, List<Rule> rules, List<String> spans) {}

    public record SurveyPage(
            Survey survey,
            Rule rule,
            List<Survey.Stratum> strata,
            Map<String, String> occupations,
            List<Question> questions,
            Map<String, Long> tallies,
            LocalDate today) {

        public long invited() {
            return strata.stream().mapToLong(Survey.Stratum::invited).sum();
        }

        public long answered() {
            return strata.stream().mapToLong(Survey.Stratum::answered).sum();
        }
    }

    /** {@code shut} says why no answer is taken; null when one is. */
    public record AnswerPage(
            String token,
            Survey.Door door,
            List<Question> questions,
            @Nullable String shut,
            Map<String, String> said,
            @Nullable String trouble) {}

    private final Surveys surveys;
    private final Clock clock;

    SurveyController(Surveys surveys, Clock clock) {
        this.surveys = surveys;
        this.clock = clock;
    }

    @GetMapping("/surveys")
    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    View list(@RequestParam(defaultValue = "1") String page) {
        return new Page("indicator/survey/list", new ListPage(surveys.list(Paging.number(page)), LocalDate.now(clock)));
    }

    @GetMapping("/surveys/new")
    @PreAuthorize("hasAuthority('SURVEY_RUN')")
    View blank() {
        var today = LocalDate.now(clock);
        return blank(
                new BeanPropertyBindingResult(
                        new NewSurvey(Audience.GRADUATE, "", today, today.plusDays(30), 100, ""), "form"),
                HttpStatus.OK);
    }

    private View blank(BindingResult form, HttpStatus status) {
        return new Page(
                "indicator/survey/new",
                new NewPage(
                        form,
                        List.of(Audience.values()).stream().map(surveys::rule).toList(),
                        surveys.listSpans()),
                status);
    }

    @PostMapping("/surveys")
    @PreAuthorize("hasAuthority('SURVEY_RUN')")
    View open(@Valid @ModelAttribute("form") NewSurvey form, BindingResult result, RedirectAttributes flash) {
        if (result.hasErrors()) {
            return blank(result, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            return Go.to(
                    "/surveys/" + surveys.open(form),
                    flash,
                    "Đã mở khảo sát. Tải danh sách liên kết và gửi cho từng người.");
        } catch (Refusal refused) {
            result.rejectValue("audience", "refused", String.valueOf(refused.getMessage())); // what was typed stays
            return blank(result, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/surveys/{id}")
    @PreAuthorize("hasAuthority('TARGET_VIEW')")
    View survey(@PathVariable long id) {
        var survey = surveys.get(id);
        var tallies = new LinkedHashMap<String, Long>();
        surveys.listTallies(survey).forEach(it -> tallies.put(it.question() + it.value(), it.count()));
        return new Page(
                "indicator/survey/survey",
                new SurveyPage(
                        survey,
                        surveys.rule(survey.audience()),
                        surveys.listStrata(survey),
                        surveys.occupations(),
                        surveys.listQuestions(survey.audience()),
                        tallies,
                        LocalDate.now(clock)));
    }

    @PostMapping("/surveys/{id}/links.xlsx")
    @PreAuthorize("hasAuthority('SURVEY_RUN')")
    ResponseEntity<byte[]> links(@PathVariable long id) {
        var survey = surveys.get(id);
        var base = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + "/khao-sat/";
        var about = new LinkedHashMap<String, String>();
        about.put("Khảo sát", survey.title());
        about.put("Mở", Vi.day(survey.opensOn()));
        about.put("Đóng", Vi.day(survey.closesOn()));
        about.put("Lưu ý", "Mỗi liên kết của một người, trả lời một lần. Câu trả lời không ghi tên.");
        return Download.xlsx(
                Spreadsheets.xlsx(
                        "Liên kết",
                        List.of("Họ và tên, đơn vị", "Mã ngành, nghề", "Liên kết", "Đã trả lời"),
                        surveys.takeLinks(id).stream()
                                .map(it -> List.of(
                                        it.name(),
                                        Objects.requireNonNullElse(it.occupationCode(), ""),
                                        base + it.token(),
                                        it.answered() ? "rồi" : "chưa"))
                                .toList(),
                        about),
                "khao-sat-" + id + ".xlsx");
    }

    @GetMapping("/khao-sat/{token}")
    View door(@PathVariable String token) {
        return answering(token, Map.of(), null, HttpStatus.OK);
    }

    private View answering(String token, Map<String, String> said, @Nullable String trouble, HttpStatus status) {
        var door = surveys.lookUp(token).orElse(null);
        if (door == null) {
            return new Page("indicator/survey/unknown", token, HttpStatus.NOT_FOUND);
        }
        var shut = Surveys.shut(door, LocalDate.now(clock));
        return new Page(
                "indicator/survey/answer",
                new AnswerPage(
                        token,
                        door,
                        shut == null ? surveys.listQuestions(door.audience()) : List.of(),
                        shut,
                        said,
                        trouble),
                status);
    }

    @PostMapping("/khao-sat/{token}")
    View answer(@PathVariable String token, @RequestParam Map<String, String> said) {
        var door = surveys.lookUp(token).orElse(null);
        if (door != null && Surveys.shut(door, LocalDate.now(clock)) == null) {
            var missing = surveys.listQuestions(door.audience()).stream()
                    .filter(it ->
                            it.options().stream().noneMatch(one -> one.value().equals(said.get(it.code()))))
                    .map(Question::text)
                    .toList();
            if (!missing.isEmpty()) {
                return answering(
                        token,
                        said,
                        "Còn %d câu chưa chọn: %s".formatted(missing.size(), String.join(" ", missing)),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            }
            surveys.answer(token, said);
            return new Page("indicator/survey/thanks", door);
        }
        return answering(token, Map.of(), null, door == null ? HttpStatus.NOT_FOUND : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
