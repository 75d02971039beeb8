package vn.lanhnghe.programme.appraisal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.institution.Training;
import vn.lanhnghe.programme.design.Outcome;
import vn.lanhnghe.programme.design.Outcomes;
import vn.lanhnghe.programme.design.Programmes;
import vn.lanhnghe.programme.design.Stage;
import vn.lanhnghe.programme.design.Version;
import vn.lanhnghe.programme.integration.Integrations;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Reader;
import vn.lanhnghe.ui.Vi;

/** The way of a version from draft to publication: submitted, commented on, appraised by a council, published by the head. */
@Service
@PreAuthorize("hasAuthority('PROGRAMME_VIEW')")
public class Appraisals {

    private final Programmes programmes;
    private final Outcomes outcomes;
    private final Integrations integrations;
    private final AppraisalRepository appraisals;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Appraisals(
            Programmes programmes,
            Outcomes outcomes,
            Integrations integrations,
            AppraisalRepository appraisals,
            Acts acts,
            TransactionTemplate transaction,
            Clock clock) {
        this.programmes = programmes;
        this.outcomes = outcomes;
        this.integrations = integrations;
        this.appraisals = appraisals;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Council council(Version it) {
        return new Council(
                appraisals.listMembers(it.id()),
                appraisals.listDrafters(it.id()),
                authors(it).stream()
                        .map(one -> new Council.Author(one.name(), one.did(), day(one.at())))
                        .toList(),
                appraisals.listRules());
    }

    /** Who changed the version; to have copied the one before it is not yet to write. */
    private List<Acts.Author> authors(Version it) {
        return acts.listAuthors(
                "programme",
                it.programmeId(),
                it.number() == 1
                        ? List.of(ActKind.PROGRAMME_OPENED, ActKind.PROGRAMME_CHANGED)
                        : List.of(ActKind.PROGRAMME_CHANGED),
                it.madeAt());
    }

    private static LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(Vi.ZONE).toLocalDate();
    }

    /** Whoever appoints councils hands any version in, others only what they wrote. */
    public boolean maySubmit(Version it) {
        var me = Scope.current();
        return Reader.may("PROGRAMME_APPRAISE")
                || Reader.may("PROGRAMME_EDIT")
                        && (appraisals.listDrafters(it.id()).stream().anyMatch(one -> same(one.name(), me.actor()))
                                || authors(it).stream()
                                        .anyMatch(one -> one.accountId() != null
                                                ? one.accountId().equals(me.accountId())
                                                : same(one.name(), me.actor())));
    }

    private static boolean same(String one, String other) {
        return Vietnamese.fold(one).equals(Vietnamese.fold(other));
    }

    public List<Comment> listComments(Version it) {
        return appraisals.listComments(it.id());
    }

    public List<Minutes> listMinutes(Version it) {
        return appraisals.listMinutes(it.id());
    }

    public Map<String, String> degrees() {
        return appraisals.degrees();
    }

    /** What a version lacks before it can be submitted; {@code address} is where to mend it, below the version. */
    public record Lack(String sentence, String address) {}

    public List<Lack> lacks(Version it) {
        var lacks = new ArrayList<Lack>();
        var sum = programmes.total(it.id());
        if (it.occupationCode() == null
                && (it.level().equals("CAO_DANG") || it.level().equals("TRUNG_CAP"))) {
            lacks.add(new Lack("Chưa chọn mã ngành, nghề trong danh mục.", "/record"));
        }
        if (it.occupationCode() != null && !Training.fits(it.level(), it.occupationCode())) {
            lacks.add(new Lack(Programmes.misfit(it.occupationCode(), it.level()), "/record"));
        }
        if (it.licenceLineId() == null && it.licenceNote().isEmpty()) {
            lacks.add(new Lack(
                    "Chưa gắn giấy chứng nhận đăng ký hoạt động (%s); nếu ngành này không cần, ghi lý do."
                            .formatted(appraisals.licenceClause()),
                    "/record"));
        } else if (it.licenceLineId() != null
                && programmes.listLicensed(it.institutionId()).stream()
                        .noneMatch(line -> line.id() == it.licenceLineId())) {
            lacks.add(new Lack("Giấy chứng nhận đã gắn (%s) không còn hiệu lực.".formatted(it.licence()), "/record"));
        }
        var missing = new ArrayList<String>();
        if (it.hours() == null) {
            missing.add("số giờ");
        }
        if (it.months() == null) {
            missing.add("thời gian đào tạo");
        }
        if (it.goal().isEmpty()) {
            missing.add("mục tiêu");
        }
        if (it.admission().isEmpty()) {
            missing.add("đối tượng tuyển sinh");
        }
        if (!missing.isEmpty()) {
            lacks.add(new Lack("Thiếu %s.".formatted(String.join(", ", missing)), "/record"));
        }
        if (sum.modules() == 0) {
            lacks.add(new Lack("Chưa có môn học, mô-đun nào.", "/modules"));
        } else if (it.hours() != null && it.hours() != sum.hours()) {
            lacks.add(new Lack(
                    "Chương trình ghi %s giờ, còn các môn học cộng lại %s giờ."
                            .formatted(Vi.count(it.hours()), Vi.count(sum.hours())),
                    "/modules"));
        }
        appraisals
                .volume(it.level())
                .filter(rule -> sum.modules() > 0 && sum.credits().compareTo(rule.least()) < 0)
                .ifPresent(rule -> lacks.add(new Lack(
                        "Các môn học cộng lại %s tín chỉ; trình độ %s cần từ %s (%s, chưa xác minh)."
                                .formatted(
                                        Vi.mark(sum.credits()),
                                        it.levelLabel().toLowerCase(Vi.LOCALE),
                                        Vi.mark(rule.least()),
                                        rule.clause()),
                        "/modules")));
        var tree = outcomes.list(it);
        if (tree.isEmpty()) {
            lacks.add(new Lack("Chưa có chuẩn đầu ra nào.", "/outcomes"));
        }
        var teachings = outcomes.listTeachings(it);
        for (var one : leaves(tree)) {
            var taught = teachings.stream().anyMatch(t -> t.outcomeId() == one.id() && t.teaches());
            var assessed = teachings.stream().anyMatch(t -> t.outcomeId() == one.id() && t.assesses());
            if (!taught || !assessed) {
                lacks.add(new Lack(
                        "Chuẩn %s chưa có môn học, mô-đun nào %s."
                                .formatted(one.code(), taught ? "đánh giá" : assessed ? "dạy" : "dạy và đánh giá"),
                        "/outcomes/" + one.id()));
            }
        }
        for (var one : outcomes.listAlignments(it)) {
            if (!one.inUse()) {
                lacks.add(new Lack(
                        "Chuẩn %s gắn với %s %s của khung %s %s đã hết dùng; bỏ liên kết này hoặc gắn năng lực thay thế."
                                .formatted(
                                        tree.stream()
                                                .filter(o -> o.id() == one.outcomeId())
                                                .map(Outcome::code)
                                                .findFirst()
                                                .orElse(""),
                                        one.itemCode(),
                                        one.itemName(),
                                        one.frameworkCode(),
                                        one.frameworkVersion()),
                        "/outcomes/" + one.outcomeId()));
            }
        }
        if (appraisals.listDrafters(it.id()).isEmpty()) {
            lacks.add(new Lack("Chưa ghi người biên soạn nào.", "/appraisal#bien-soan"));
        }
        var unanswered = listComments(it).stream().filter(Comment::open).count();
        if (unanswered > 0) {
            lacks.add(new Lack("Còn %d ý kiến chưa trả lời.".formatted(unanswered), "/appraisal#y-kien"));
        }
        return lacks;
    }

    /** What does not keep a version from being handed in, but has to be known to those who decide. */
    public List<Lack> remarks(Version it) {
        return it.licenceLineId() == null && !it.licenceNote().isEmpty()
                ? List.of(new Lack(
                        "Chương trình không gắn giấy chứng nhận đăng ký hoạt động (%s); lý do đã ghi: %s"
                                .formatted(appraisals.licenceClause(), it.licenceNote()),
                        "/record"))
                : List.of();
    }

    private static List<Outcome> leaves(List<Outcome> tree) {
        return tree.stream()
                .filter(it -> tree.stream().noneMatch(one -> Objects.equals(one.parentId(), it.id())))
                .toList();
    }

    /** To the council, on the day that the paper bears; refused with all that is lacking. */
    @PreAuthorize("hasAnyAuthority('PROGRAMME_EDIT', 'PROGRAMME_APPRAISE')")
    public void submit(long versionId, @Nullable LocalDate on) {
        write(versionId, it -> {
            programmes.openForChange(versionId);
            if (!maySubmit(it)) {
                throw new Refusal(
                        "Bạn không có tên trong tổ biên soạn bản %d và chưa ghi gì vào bản này; nhờ người biên soạn hoặc cán bộ đào tạo trình."
                                .formatted(it.number()));
            }
            var faults = new ArrayList<>(lacks(it).stream().map(Lack::sentence).toList());
            var today = LocalDate.now(clock);
            if (on == null || on.isAfter(today)) {
                faults.add("Chọn ngày trình, không ở tương lai.");
            } else if (on.isBefore(made(it))) {
                faults.add("Ngày trình %s trước ngày lập bản %d (%s)."
                        .formatted(Vi.day(on), it.number(), Vi.day(made(it))));
            } else {
                listMinutes(it).stream()
                        .filter(one -> on.isBefore(one.heldOn()))
                        .reduce((one, next) -> next)
                        .ifPresent(one -> faults.add("Ngày trình lại %s trước ngày hội đồng họp lần %d (%s)."
                                .formatted(Vi.day(on), one.number(), Vi.day(one.heldOn()))));
            }
            if (!faults.isEmpty()) {
                throw new Refusal(String.join("\n", faults));
            }
            turn(it, Stage.SUBMITTED, on);
            act(it, ActKind.PROGRAMME_SUBMITTED, "Trình thẩm định bản %d".formatted(it.number()), null);
        });
    }

    /** The day from which papers about a version may be dated; never one that is yet to come. */
    private LocalDate made(Version it) {
        var today = LocalDate.now(clock);
        return day(it.madeAt()).isAfter(today) ? today : day(it.madeAt());
    }

    /** Back to those who wrote it, with words on the whole or on single statements. */
    @PreAuthorize("hasAuthority('PROGRAMME_APPROVE')")
    public void sendBack(long versionId, String reason) {
        write(versionId, it -> {
            if (it.state() != Stage.SUBMITTED && it.state() != Stage.APPRAISED) {
                throw new Refusal("Chỉ trả lại bản đã trình; bản này %s."
                        .formatted(it.state().label()));
            }
            var words = reason.strip();
            if (words.length() < 3 && listComments(it).stream().noneMatch(Comment::open)) {
                throw new Refusal("Ghi cần sửa gì, hoặc góp ý vào từng chuẩn đầu ra trước khi trả lại.");
            }
            if (words.length() > 2000) {
                throw new Refusal("Điều cần sửa dài tối đa 2.000 ký tự; bạn đã nhập %s ký tự."
                        .formatted(Vi.count(words.length())));
            }
            if (words.length() >= 3) {
                appraisals.insertComment(
                        versionId,
                        it.institutionId(),
                        new NewComment(
                                null, Comment.Source.HEAD, Scope.current().actor(), "", null, words, false),
                        "",
                        LocalDate.now(clock));
            }
            turn(it, Stage.RETURNED, null);
            act(it, ActKind.PROGRAMME_RETURNED, "Trả lại bản %d để sửa".formatted(it.number()), words);
        });
    }

    /** The head speaks in their own name; what a council or an employer said is recorded by the school. */
    public void comment(long versionId, NewComment form) {
        var head = form.source() == Comment.Source.HEAD;
        if (!Reader.may(head ? "PROGRAMME_APPROVE" : "PROGRAMME_EDIT") && !Reader.may("PROGRAMME_APPROVE")) {
            throw new Refusal("Bạn không được giao ghi ý kiến này.");
        }
        write(versionId, it -> {
            var faults = new ArrayList<String>();
            if (it.state().frozen()) {
                faults.add("Bản %d đã ban hành; ý kiến mới ghi vào bản sau.".formatted(it.number()));
            }
            if (form.source() == null) {
                faults.add("Chọn ý kiến của ai.");
            }
            if (!head && (form.byName().length() < 3 || form.byName().length() > 120)) {
                faults.add("Họ tên người cho ý kiến dài từ 3 đến 120 ký tự.");
            }
            if (form.organisation().length() > 200) {
                faults.add("Tên đơn vị dài tối đa 200 ký tự.");
            }
            if (form.source() == Comment.Source.EMPLOYER && form.organisation().isEmpty()) {
                faults.add("Ghi tên đơn vị sử dụng lao động.");
            }
            if (form.saidOn() != null && form.saidOn().isAfter(LocalDate.now(clock))) {
                faults.add("Ngày cho ý kiến không ở tương lai.");
            }
            var words = form.words().isEmpty() && form.agrees() ? "Đồng ý với chuẩn đầu ra." : form.words();
            if (words.length() < 3 || words.length() > 2000) {
                faults.add("Ý kiến dài từ 3 đến 2.000 ký tự.");
            }
            if (!faults.isEmpty()) {
                throw new Refusal(String.join("\n", faults));
            }
            var about = form.outcomeId() == null
                    ? ""
                    : outcomes.get(it, form.outcomeId()).code();
            appraisals.insertComment(
                    versionId,
                    it.institutionId(),
                    new NewComment(
                            form.outcomeId(),
                            form.source(),
                            head ? Scope.current().actor() : form.byName(),
                            form.organisation(),
                            form.saidOn(),
                            words,
                            form.agrees() && form.source() == Comment.Source.EMPLOYER),
                    about,
                    Objects.requireNonNullElse(form.saidOn(), LocalDate.now(clock)));
            act(
                    it,
                    ActKind.PROGRAMME_COMMENTED,
                    "Bản %d, %s: ý kiến của %s"
                            .formatted(
                                    it.number(),
                                    about.isEmpty() ? "cả chương trình" : "chuẩn " + about,
                                    Objects.requireNonNull(form.source()).label()),
                    null);
        });
    }

    /** Once; what was answered stands. */
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public void answer(long versionId, long comment, Comment.@Nullable Decision decision, String answer) {
        write(versionId, it -> {
            var one = listComments(it).stream()
                    .filter(c -> c.id() == comment)
                    .findFirst()
                    .orElseThrow(() -> new NotFound("Không có ý kiến này."));
            if (it.state().frozen()) {
                throw new Refusal("Bản %d đã ban hành; ý kiến giữ nguyên.".formatted(it.number()));
            }
            if (one.decision() != null) {
                throw new Refusal(
                        "Ý kiến này đã được trả lời (%s); câu trả lời giữ nguyên. Cần nói thêm thì ghi một ý kiến mới."
                                .formatted(one.decision().label()));
            }
            var words = Vietnamese.tidy(answer);
            if (decision == null || words.length() < 3 || words.length() > 1000) {
                throw new Refusal(
                        "Chọn tiếp thu hay không, và ghi đã sửa gì hoặc vì sao giữ nguyên, từ 3 đến 1.000 ký tự; bạn đã nhập %s ký tự."
                                .formatted(Vi.count(words.length())));
            }
            appraisals.answer(comment, decision, words, Scope.current().actor());
            act(
                    it,
                    ActKind.PROGRAMME_ANSWERED,
                    "Bản %d: %s ý kiến của %s".formatted(it.number(), decision.label(), one.byName()),
                    null);
        });
    }

    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public void addDrafter(long versionId, String name, String staffNumber) {
        write(versionId, it -> {
            withDrafters(it);
            var tidy = Vietnamese.tidy(name);
            var number = staffNumber.strip();
            var faults = new ArrayList<String>();
            if (tidy.length() < 3 || tidy.length() > 120) {
                faults.add("Họ và tên người biên soạn dài từ 3 đến 120 ký tự.");
            }
            if (number.length() > 20) {
                faults.add("Số nhà giáo dài tối đa 20 ký tự.");
            }
            if (!faults.isEmpty()) {
                throw new Refusal(String.join("\n", faults));
            }
            if (!appraisals.insertDrafter(versionId, it.institutionId(), tidy, number.isEmpty() ? null : number)) {
                throw new Refusal("%s đã được ghi là người biên soạn.".formatted(tidy));
            }
            act(it, ActKind.PROGRAMME_COUNCIL, "Bản %d: %s biên soạn".formatted(it.number(), tidy), null);
        });
    }

    /** Only while the version is with those who write it: afterwards none of them leaves to sit in the council. */
    @PreAuthorize("hasAuthority('PROGRAMME_EDIT')")
    public void removeDrafter(long versionId, long drafter) {
        write(versionId, it -> {
            withDrafters(it);
            var name = appraisals
                    .removeDrafter(versionId, drafter)
                    .orElseThrow(() -> new NotFound("Không có người biên soạn này."));
            act(it, ActKind.PROGRAMME_COUNCIL, "Bản %d: bỏ người biên soạn %s".formatted(it.number(), name), null);
        });
    }

    private static void withDrafters(Version it) {
        if (!it.state().open()) {
            throw new Refusal("Bản %d %s; người biên soạn đã ghi thì giữ nguyên, vì họ không được thẩm định."
                    .formatted(it.number(), it.state().label()));
        }
    }

    @PreAuthorize("hasAuthority('PROGRAMME_APPRAISE')")
    public void addMember(long versionId, NewMember form) {
        write(versionId, it -> {
            unfrozen(it);
            if (!appraisals.degrees().containsKey(form.degreeCode())) {
                throw new Refusal("Chọn trình độ chuyên môn của thành viên.");
            }
            appraisals.listMembers(versionId).stream()
                    .filter(one -> one.alike(
                            form.name(), form.workplace(), form.staffNumber().isEmpty() ? null : form.staffNumber()))
                    .findFirst()
                    .ifPresent(one -> {
                        throw new Refusal(
                                "Hội đồng đã có %s, %s. Nếu là hai người cùng tên, ghi nơi công tác hoặc số nhà giáo khác nhau."
                                        .formatted(one.name(), one.workplace()));
                    });
            appraisals.insertMember(versionId, it.institutionId(), form);
            act(
                    it,
                    ActKind.PROGRAMME_COUNCIL,
                    "Bản %d: %s vào hội đồng, %s"
                            .formatted(
                                    it.number(),
                                    form.name(),
                                    Objects.requireNonNull(form.post()).label()),
                    null);
        });
    }

    @PreAuthorize("hasAuthority('PROGRAMME_APPRAISE')")
    public void removeMember(long versionId, long member) {
        write(versionId, it -> {
            unfrozen(it);
            var name = appraisals
                    .removeMember(versionId, member)
                    .orElseThrow(() -> new NotFound("Hội đồng không có thành viên này."));
            act(it, ActKind.PROGRAMME_COUNCIL, "Bản %d: %s ra khỏi hội đồng".formatted(it.number(), name), null);
        });
    }

    private static void unfrozen(Version it) {
        if (it.state().frozen() || it.state() == Stage.APPRAISED) {
            throw new Refusal("Bản %d %s; hội đồng giữ nguyên."
                    .formatted(it.number(), it.state().label()));
        }
    }

    /** The council's meeting: carried, the version waits for the head; else it goes back with the conclusion. */
    @PreAuthorize("hasAuthority('PROGRAMME_APPRAISE')")
    public void conclude(long versionId, NewMinutes form) {
        write(versionId, it -> {
            if (it.state() != Stage.SUBMITTED) {
                throw new Refusal("Hội đồng họp về bản đã trình; bản này %s."
                        .formatted(it.state().label()));
            }
            var council = council(it);
            var faults = new ArrayList<>(council.faults());
            if (council.drafters().isEmpty()) {
                faults.add("Ghi người biên soạn trước khi họp, để biết ai không được thẩm định.");
            }
            var present = council.present(form.attended());
            var inFavour = Objects.requireNonNullElse(form.inFavour(), -1);
            if (present.isEmpty() || inFavour < 0) {
                faults.add("Đánh dấu ai dự họp và nhập số người tán thành.");
            } else {
                faults.addAll(council.faults(present, inFavour));
            }
            if (form.decision().length() < 3 || form.decision().length() > 100) {
                faults.add("Ghi số quyết định lập hội đồng.");
            }
            if (form.heldOn() == null || form.heldOn().isAfter(LocalDate.now(clock))) {
                faults.add("Chọn ngày họp, không ở tương lai.");
            } else if (form.heldOn().isBefore(Objects.requireNonNullElse(it.submittedOn(), made(it)))) {
                faults.add("Ngày họp %s trước ngày trình %s."
                        .formatted(
                                Vi.day(form.heldOn()), Vi.day(Objects.requireNonNullElse(it.submittedOn(), made(it)))));
            }
            if (form.conclusion().length() < 10 || form.conclusion().length() > 4000) {
                faults.add("Kết luận dài từ 10 đến 4.000 ký tự.");
            }
            if (!faults.isEmpty()) {
                throw new Refusal(String.join("\n", faults));
            }
            var carried = council.carried(present.size(), inFavour);
            appraisals.keepMinutes(
                    versionId,
                    it.institutionId(),
                    form,
                    council,
                    present,
                    carried,
                    Scope.current().actor());
            if (!carried) {
                appraisals.insertComment(
                        versionId,
                        it.institutionId(),
                        new NewComment(
                                null,
                                Comment.Source.COUNCIL,
                                "Hội đồng thẩm định",
                                "",
                                form.heldOn(),
                                form.conclusion()
                                        .substring(
                                                0,
                                                Math.min(2000, form.conclusion().length())),
                                false),
                        "",
                        Objects.requireNonNull(form.heldOn()));
            }
            turn(it, carried ? Stage.APPRAISED : Stage.RETURNED, null);
            act(
                    it,
                    carried ? ActKind.PROGRAMME_APPRAISED : ActKind.PROGRAMME_RETURNED,
                    "Hội đồng %s bản %d, %d/%d tán thành"
                            .formatted(
                                    carried ? "thông qua" : "không thông qua", it.number(), inFavour, present.size()),
                    null);
        });
    }

    /** In force from now on; the version before it is superseded, cohorts stay on what they began with. */
    @PreAuthorize("hasAuthority('PROGRAMME_APPROVE')")
    public void publish(long versionId, String decision, @Nullable LocalDate on) {
        write(versionId, it -> {
            var faults = new ArrayList<String>();
            if (it.state() != Stage.APPRAISED) {
                faults.add("Chỉ ban hành bản đã được hội đồng thông qua; bản này %s."
                        .formatted(it.state().label()));
            }
            var open = listComments(it).stream().filter(Comment::open).count();
            if (open > 0) {
                faults.add("Còn %d ý kiến chưa trả lời.".formatted(open));
            }
            var number = Vietnamese.tidy(decision);
            if (number.length() < 3 || number.length() > 100) {
                faults.add("Ghi số quyết định ban hành, ví dụ 125/QĐ-CĐKTCT.");
            }
            if (on == null || on.isAfter(LocalDate.now(clock))) {
                faults.add("Chọn ngày quyết định, không ở tương lai.");
            } else {
                listMinutes(it).stream()
                        .filter(minutes -> on.isBefore(minutes.heldOn()))
                        .reduce((one, next) -> next)
                        .ifPresent(minutes -> faults.add("Ngày quyết định %s trước ngày hội đồng họp %s."
                                .formatted(Vi.day(on), Vi.day(minutes.heldOn()))));
            }
            if (!faults.isEmpty()) {
                throw new Refusal(String.join("\n", faults));
            }
            if (!appraisals.publish(
                    versionId,
                    it.programmeId(),
                    number,
                    Objects.requireNonNull(on),
                    Scope.current().actor())) {
                throw new Refusal("Bản này vừa được người khác xử lý. Hãy mở lại trang.");
            }
            integrations.refresh(List.of(versionId));
            act(it, ActKind.PROGRAMME_PUBLISHED, "Ban hành bản %d theo %s".formatted(it.number(), number), null);
        });
    }

    /** The department has held the version in force against its paper. */
    @PreAuthorize("hasAuthority('PROGRAMME_RULE')")
    public void check(long versionId, boolean agreed) {
        var it = programmes.get(versionId);
        if (!agreed) {
            throw new Refusal("Đánh dấu đã đối chiếu với quyết định ban hành rồi ghi.");
        }
        Scope.current()
                .raised()
                .run(() -> transaction.executeWithoutResult(status -> {
                    if (!appraisals.check(versionId, Scope.current().actor())) {
                        throw new Refusal("Chỉ đối chiếu bản đang áp dụng, mỗi bản một lần.");
                    }
                    act(
                            it,
                            ActKind.PROGRAMME_CHECKED,
                            "Sở đối chiếu bản %d với quyết định".formatted(it.number()),
                            null);
                }));
    }

    private void turn(Version it, Stage to, @Nullable LocalDate submittedOn) {
        if (!appraisals.turn(
                it.id(), it.state(), to, submittedOn, Scope.current().actor())) {
            throw new Refusal("Bản này vừa được người khác xử lý. Hãy mở lại trang.");
        }
    }

    private void write(long versionId, java.util.function.Consumer<Version> work) {
        transaction.executeWithoutResult(status -> work.accept(programmes.hold(versionId)));
    }

    private void act(Version it, ActKind kind, String summary, @Nullable String reason) {
        acts.record(
                kind,
                new Subject("programme", it.programmeId(), it.institutionId()),
                summary,
                reason == null || reason.isEmpty() ? null : reason);
    }
}
