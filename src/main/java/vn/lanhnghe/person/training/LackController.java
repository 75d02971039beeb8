package vn.lanhnghe.person.training;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.person.PersonFact;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Reader;
import vn.lanhnghe.ui.Vi;

/** Còn thiếu ai: who is missing in a kind, by school, and into which class they go. */
@Controller
class LackController {

    /** What the department was about to tell schools; {@code trouble} why it was not told. */
    public record Word(Set<Long> schools, String dueOn, String note, String trouble) {

        static final Word NONE = new Word(Set.of(), "", "", "");
    }

    /**
     * {@code into}: the class chosen beforehand; {@code classes} those that whoever looks could fill; {@code reminds}: may tell schools,
     * and {@code reminders} what they were told last.
     */
    public record MissingPage(
            Lack.Filter filter,
            String alike,
            List<Kind> kinds,
            Paging<Lack> people,
            List<Lack.School> schools,
            List<TrainingClass> classes,
            @Nullable Long into,
            boolean reminds,
            Map<Long, TrainingReminder> reminders,
            Word word,
            int free,
            Choice choice) {

        /** How many are at work, trained or not. */
        public long staff() {
            return schools.stream().mapToLong(Lack.School::staff).sum();
        }

        /** The first of the schools. */
        public SchoolsTable table(int most) {
            return new SchoolsTable(
                    filter.kind(),
                    filter.institution(),
                    into,
                    new Paging<>(schools.subList(0, Math.min(most, schools.size())), 1, schools.size(), Paging.SIZE),
                    reminds,
                    reminders,
                    word);
        }

        public String address() {
            return "/trainings/missing?kind=" + filter.kind()
                    + (filter.institution() == null ? "" : "&institution=" + filter.institution()) + "&post="
                    + filter.post() + "&q=" + URLEncoder.encode(filter.q(), StandardCharsets.UTF_8)
                    + (into == null ? "" : "&class=" + into);
        }
    }

    /** Who was ticked to be enrolled when that was refused, and why; {@link #NONE} before. */
    public record Choice(Set<Long> people, String trouble) {

        static final Choice NONE = new Choice(Set.of(), "");
    }

    /** Schools with who is missing and what they were told; {@code institution} where one alone was asked for. */
    public record SchoolsTable(
            String kind,
            @Nullable Long institution,
            @Nullable Long into,
            Paging<Lack.School> schools,
            boolean reminds,
            Map<Long, TrainingReminder> reminders,
            Word word) {}

    public record SchoolsPage(String alike, SchoolsTable table) {}

    /** How many schools stand above the list of people; all of them have a page of their own. */
    public static final int MOST = 20;

    private final TrainingEnrolments enrolments;
    private final TrainingReminders reminders;
    private final Catalogue catalogue;

    LackController(TrainingEnrolments enrolments, TrainingReminders reminders, Catalogue catalogue) {
        this.enrolments = enrolments;
        this.reminders = reminders;
        this.catalogue = catalogue;
    }

    @GetMapping("/trainings/missing")
    @PreAuthorize("hasAnyAuthority('TRAINING_RUN', 'TRAINING_CONFIRM', 'TRAINING_REVIEW', 'PERSON_VIEW')")
    View missing(
            @RequestParam(defaultValue = "DIGITAL") String kind,
            @RequestParam(required = false) @Nullable Long institution,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "class", required = false) @Nullable Long into,
            @RequestParam(defaultValue = "1") String page) {
        var asked = catalogue.kind(kind);
        return missing(
                asked,
                new Lack.Filter(asked.code(), institution, post, q),
                into,
                Paging.number(page),
                Word.NONE,
                Choice.NONE,
                HttpStatus.OK);
    }

    private View missing(
            Kind kind, Lack.Filter filter, @Nullable Long into, int page, Word word, Choice choice, HttpStatus status) {
        return new Page(
                "person/training/missing",
                new MissingPage(
                        filter,
                        String.join(" hoặc ", enrolments.listAlike(kind.code())),
                        catalogue.kinds(),
                        enrolments.listMissing(filter, page),
                        enrolments.listSchools(filter),
                        Reader.may("TRAINING_RUN") ? enrolments.listOpen(filter.kind()) : List.of(),
                        into,
                        reminds(kind, filter),
                        reminders.list(filter.kind()),
                        word,
                        Reader.may("TRAINING_RUN") ? enrolments.countFree(filter) : 0,
                        choice),
                status);
    }

    private static boolean reminds(Kind kind, Lack.Filter filter) {
        return Reader.may("TRAINING_REVIEW")
                && kind.planned()
                && filter.post().isEmpty()
                && filter.q().isEmpty();
    }

    /** Every school, those with the most missing first. */
    @GetMapping("/trainings/missing/schools")
    @PreAuthorize("hasAnyAuthority('TRAINING_RUN', 'TRAINING_CONFIRM', 'TRAINING_REVIEW', 'PERSON_VIEW')")
    View schools(@RequestParam(defaultValue = "DIGITAL") String kind, @RequestParam(defaultValue = "1") String page) {
        return schools(catalogue.kind(kind), Paging.number(page), Word.NONE, HttpStatus.OK);
    }

    private View schools(Kind kind, int page, Word word, HttpStatus status) {
        var filter = new Lack.Filter(kind.code(), null, "", "");
        return new Page(
                "person/training/schools",
                new SchoolsPage(
                        String.join(" hoặc ", enrolments.listAlike(kind.code())),
                        new SchoolsTable(
                                kind.code(),
                                null,
                                null,
                                TrainingController.paged(enrolments.listSchools(filter), page),
                                reminds(kind, filter),
                                reminders.list(kind.code()),
                                word)),
                status);
    }

    /** The department's word to the schools that are ticked. */
    @PostMapping("/trainings/missing/reminders")
    @PreAuthorize("hasAuthority('TRAINING_REVIEW')")
    View remind(
            @RequestParam(defaultValue = "DIGITAL") String kind,
            @RequestParam(required = false) @Nullable Long institution,
            @RequestParam(name = "school", required = false) @Nullable List<Long> schools,
            @RequestParam(defaultValue = "") String dueOn,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "1") String page,
            RedirectAttributes flash) {
        var all = from.equals("schools");
        var chosen = schools == null
                ? Set.<Long>of()
                : schools.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        try {
            var told = reminders.remind(kind, chosen, PersonFact.day(dueOn), note);
            return Go.to(
                    all
                            ? "/trainings/missing/schools?kind=%s&page=%d".formatted(kind, Paging.number(page))
                            : "/trainings/missing?kind=" + kind
                                    + (institution == null ? "" : "&institution=" + institution),
                    flash,
                    "Đã nhắc %s trường; trường thấy ở “Việc hôm nay” và Thông báo%s."
                            .formatted(
                                    Vi.count(told.schools()),
                                    told.already() == 0
                                            ? ""
                                            : "; %s trường đã được nhắc hôm nay, không nhắc lại"
                                                    .formatted(Vi.count(told.already()))));
        } catch (Refusal refused) {
            var word = new Word(chosen, dueOn, note, String.valueOf(refused.getMessage()));
            if (all) {
                return schools(catalogue.kind(kind), Paging.number(page), word, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            var asked = catalogue.kind(kind);
            return missing(
                    asked,
                    new Lack.Filter(asked.code(), institution, "", ""),
                    null,
                    1,
                    word,
                    Choice.NONE,
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** Those who are ticked, or all of the filter. */
    @PostMapping("/trainings/missing/enrolments")
    @PreAuthorize("hasAuthority('TRAINING_RUN')")
    View enrol(
            @RequestParam(name = "class", required = false) @Nullable Long into,
            @RequestParam(defaultValue = "DIGITAL") String kind,
            @RequestParam(required = false) @Nullable Long institution,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String whom,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(name = "person", required = false) @Nullable List<Long> people,
            RedirectAttributes flash) {
        var filter = new Lack.Filter(catalogue.kind(kind).code(), institution, post, q);
        var ticked = people == null
                ? Set.<Long>of()
                : people.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        try {
            if (into == null) {
                throw new Refusal("Chọn lớp để ghi danh vào.");
            }
            var enrolled = whom.equals("all") ? enrolments.enrolAll(into, filter) : enrolments.enrol(into, ticked);
            return Go.to("/trainings/classes/" + into, flash, enrolled.told());
        } catch (Unready unready) {
            return TrainingEnrolmentController.unready(unready);
        } catch (Refusal refused) {
            return missing(
                    catalogue.kind(kind),
                    filter,
                    into,
                    Paging.number(page),
                    Word.NONE,
                    new Choice(ticked, String.valueOf(refused.getMessage())),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
