package vn.lanhnghe.credential.life;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.credential.Chosen;
import vn.lanhnghe.credential.Credentials;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.Selections;
import vn.lanhnghe.credential.issuing.Books;
import vn.lanhnghe.credential.issuing.Instead;
import vn.lanhnghe.credential.issuing.Issuing;
import vn.lanhnghe.credential.life.Effects.Outcome;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.file.Scan;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.programme.Occupations;
import vn.lanhnghe.proof.StatusPurpose;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/**
 * What becomes of released diplomas: a decision is drafted for one or many, shows what it will do to each, and is carried out as one
 * whole, with a line in the register book for each diploma.
 */
@Service
@Transactional
public class Lives {

    private static final String DECIDES = "hasAnyAuthority('CREDENTIAL_REVOKE', 'CREDENTIAL_PREPARE')";

    private final RulingRepository rulings;
    private final LifeRepository lives;
    private final Effects effects;
    private final Selections selections;
    private final Issuing issuing;
    private final Books books;
    private final Credentials credentials;
    private final Enrolments enrolments;
    private final Occupations occupations;
    private final Files files;
    private final Acts acts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Lives(
            RulingRepository rulings,
            LifeRepository lives,
            Effects effects,
            Selections selections,
            Issuing issuing,
            Books books,
            Credentials credentials,
            Enrolments enrolments,
            Occupations occupations,
            Files files,
            Acts acts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rulings = rulings;
        this.lives = lives;
        this.effects = effects;
        this.selections = selections;
        this.issuing = issuing;
        this.books = books;
        this.credentials = credentials;
        this.enrolments = enrolments;
        this.occupations = occupations;
        this.files = files;
        this.acts = acts;
        this.events = events;
        this.clock = clock;
    }

    /** Begins a draft about the diplomas chosen; answers with its id. */
    @PreAuthorize(DECIDES)
    public long open(Chosen chosen) {
        var selection = selections.of(chosen);
        if (selection.ids().isEmpty()) {
            throw new Refusal(
                    selection.unknown().isEmpty()
                            ? "Chưa chọn văn bằng nào. Đánh dấu ở danh sách, hoặc dán số hiệu, số vào sổ, mã tra cứu, mỗi dòng một số."
                            : "Sổ của trường không có %s. Kiểm tra lại từng số rồi dán lại."
                                    .formatted(selection.unknown().stream()
                                            .limit(5)
                                            .map("“%s”"::formatted)
                                            .collect(joining(", "))));
        }
        return rulings.open(selection.ids(), selection.unknown());
    }

    /** Says in a draft what is to be done; {@code changes} are the values typed for what it corrects, by field. */
    @PreAuthorize(DECIDES)
    public void word(long id, Terms terms, Map<Correctable, String> changes) {
        var ruling = draft(id);
        var turn = Objects.requireNonNull(terms.turn());
        ask(turn);
        if (Objects.requireNonNull(terms.decidedOn()).isAfter(LocalDate.now(clock))) {
            throw new Refusal("Ngày quyết định %s còn ở tương lai.".formatted(Vi.day(terms.decidedOn())));
        }
        if (listReasons().stream()
                .noneMatch(it -> it.turn() == turn && it.code().equals(terms.reasonCode()))) {
            throw new Refusal("Chọn lý do trong danh mục của việc “%s”.".formatted(turn.label()));
        }
        var read = new EnumMap<Correctable, String>(Correctable.class);
        if (turn.corrects()) {
            changes.forEach((field, typed) -> {
                if (!typed.isBlank()) {
                    read.put(field, known(field, field.read(typed)));
                }
            });
            if (read.isEmpty()) {
                throw new Refusal("Nhập ít nhất một nội dung mới; ô bỏ trống thì giữ nguyên.");
            }
        }
        var scan = Scan.read(terms.evidence());
        rulings.word(
                id,
                terms,
                scan.map(it -> files.put(ruling.institutionId(), it.bytes())).orElse(null),
                scan.map(Scan::name).orElse(null));
        rulings.change(ruling, read);
    }

    private String known(Correctable field, String value) {
        if (field == Correctable.OCCUPATION && !occupations.find(List.of(value)).containsKey(value)) {
            throw new Refusal("Mã ngành, nghề “%s” không có trong danh mục.".formatted(value));
        }
        if (field == Correctable.RANK && !effects.ranks().containsKey(value)) {
            throw new Refusal("Chọn xếp loại trong danh mục.");
        }
        return value;
    }

    /** What a draft would do to each of its diplomas, without doing it. */
    @Transactional(readOnly = true)
    public Preview preview(long id) {
        var ruling = get(id);
        return preview(effects.of(ruling, rulings.changes(id), rulings.diplomas(id, false)), ruling);
    }

    /** What a decision will do, row by row; the fingerprint stands for all of it. */
    public record Preview(List<Effect> effects, String fingerprint) {
        public long happening() {
            return effects.stream().filter(Effect::happens).count();
        }
    }

    private static Preview preview(List<Outcome> outcomes, Ruling ruling) {
        var all = outcomes.stream().map(Outcome::effect).toList();
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes("%s|%s|%s|%s|%s\n"
                    .formatted(
                            ruling.turn(),
                            ruling.decision(),
                            ruling.decidedOn(),
                            ruling.reasonCode(),
                            ruling.reason())));
            for (var it : all) {
                digest.update(bytes("%d|%s|%s\n".formatted(it.diploma().id(), it.happens(), it.told())));
            }
            return new Preview(all, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Does what the preview said, all of it or nothing; answers with how many diplomas it was done to. */
    @PreAuthorize(DECIDES)
    public int carryOut(long id, String fingerprint) {
        var ruling = draft(id);
        var turn = ruling.turn();
        if (turn == null) {
            throw new Refusal("Quyết định này chưa ghi làm gì với các văn bằng.");
        }
        ask(turn);
        var reason = listReasons().stream()
                .filter(it -> it.code().equals(ruling.reasonCode()))
                .findFirst()
                .orElseThrow(() -> new Refusal("Lý do đã chọn không còn trong danh mục. Chọn lại rồi xem trước."));
        if (reason.evidence() && ruling.evidence() == null) {
            throw new Refusal("Với lý do “%s” phải kèm tệp chứng cứ (PDF, PNG hoặc JPEG, tối đa 10 MB)."
                    .formatted(reason.label()));
        }
        var outcomes = effects.of(ruling, rulings.changes(id), rulings.diplomas(id, true));
        var preview = preview(outcomes, ruling);
        if (!preview.fingerprint().equals(fingerprint)) {
            throw new Refusal(
                    "Có văn bằng đã đổi từ lúc bạn xem trước, nên chưa làm gì. Xem lại bản xem trước rồi bấm lại.");
        }
        var happening = outcomes.stream().filter(it -> it.effect().happens()).toList();
        if (happening.isEmpty()) {
            throw new Refusal("Không văn bằng nào %s được; lý do ghi ở từng dòng."
                    .formatted(turn.label().toLowerCase(Locale.ROOT)));
        }
        var why = "%s. %s".formatted(reason.label(), ruling.reason());
        var decisionId = done(ruling, turn, happening, why);
        rulings.tell(id, preview.effects());
        rulings.close(id, decisionId);
        record(ruling, turn, happening, why);
        return happening.size();
    }

    /** Answers with where diplomas are issued in the place of these, if any are. */
    private @Nullable Long done(Ruling ruling, Turn turn, List<Outcome> happening, String why) {
        var diplomas = diplomas(happening);
        var ids = diplomas.stream().map(Diploma::id).toList();
        var decision = Objects.requireNonNull(ruling.decision());
        switch (turn) {
            case SUSPEND, RESTORE, REVOKE, ANNUL -> {
                lives.turn(ids, turn.to(), turn.ends(), decision, why);
                credentials.tell(
                        diplomas,
                        turn.ends() ? StatusPurpose.REVOCATION : StatusPurpose.SUSPENSION,
                        turn != Turn.RESTORE);
                books.write(diplomas, turn.entry(), Map.of(), decision, why);
                if (turn.ends()) {
                    enrolments.reopen(
                            diplomas.stream().map(Diploma::enrolmentId).toList());
                }
                events.publishEvent(new DiplomasTurned(ruling.institutionId(), turn, ids));
                return null;
            }
            case CORRECT -> {
                insertCorrections(ruling, happening);
                happening.stream()
                        .collect(groupingBy(Lives::inTheBook, LinkedHashMap::new, Collectors.toList()))
                        .forEach((content, some) -> books.write(diplomas(some), turn.entry(), content, decision, why));
                return null;
            }
            case REISSUE, REPLACE -> {
                insertCorrections(ruling, happening);
                return issuing.prepareInstead(
                        decision,
                        Objects.requireNonNull(ruling.decidedOn()),
                        happening.stream().map(this::instead).toList());
            }
        }
        throw new IllegalStateException(turn.name());
    }

    private void insertCorrections(Ruling ruling, List<Outcome> happening) {
        rulings.insert(
                ruling,
                happening.stream().flatMap(it -> it.corrections().stream()).toList());
    }

    /** What the line of a corrected diploma says. */
    private static Map<String, String> inTheBook(Outcome outcome) {
        var content = new LinkedHashMap<String, String>();
        outcome.corrections()
                .forEach(it -> content.put(
                        "Sửa " + it.field().label().toLowerCase(Locale.ROOT),
                        "“%s” → “%s”".formatted(it.before(), it.after())));
        return content;
    }

    private Instead instead(Outcome outcome) {
        var facts = outcome.facts();
        var code = facts.get(Correctable.OCCUPATION);
        var average = facts.get(Correctable.AVERAGE);
        return new Instead(
                outcome.effect().diploma().id(),
                facts.get(Correctable.FULL_NAME),
                day(facts.get(Correctable.BIRTH_DATE)),
                facts.get(Correctable.BIRTH_PLACE),
                code,
                code == null
                        ? null
                        : Objects.requireNonNull(occupations.find(List.of(code)).get(code))
                                .name(),
                average == null ? null : new BigDecimal(average),
                facts.get(Correctable.RANK),
                facts.get(Correctable.DECISION_NUMBER),
                day(facts.get(Correctable.DECIDED_ON)));
    }

    private static @Nullable LocalDate day(@Nullable String value) {
        return value == null ? null : LocalDate.parse(value);
    }

    private static List<Diploma> diplomas(List<Outcome> outcomes) {
        return outcomes.stream().map(it -> it.effect().diploma()).toList();
    }

    private void record(Ruling ruling, Turn turn, List<Outcome> happening, String why) {
        var kind = turn == Turn.CORRECT
                ? ActKind.DIPLOMA_CORRECTED
                : turn.reissues() ? ActKind.DIPLOMA_REISSUED : ActKind.DIPLOMA_TURNED;
        var told =
                "%s theo quyết định %s ngày %s".formatted(turn.label(), ruling.decision(), Vi.day(ruling.decidedOn()));
        acts.record(
                kind,
                "diploma",
                diplomas(happening).stream().map(Diploma::id).toList(),
                ruling.institutionId(),
                told,
                why);
        acts.record(
                kind,
                new Subject("ruling", ruling.id(), ruling.institutionId()),
                "%s: %s văn bằng, để lại %s"
                        .formatted(told, Vi.count(happening.size()), Vi.count(ruling.diplomas() - happening.size())),
                why);
    }

    /** Takes one diploma out of a draft. */
    @PreAuthorize(DECIDES)
    public void leaveOut(long id, long diplomaId) {
        draft(id);
        rulings.remove(id, diplomaId);
    }

    /** Throws a draft away; what was carried out stays. */
    @PreAuthorize(DECIDES)
    public void drop(long id) {
        draft(id);
        rulings.remove(id);
    }

    /** Begins the draft that puts back in force what a decision has suspended; answers with its id. */
    @PreAuthorize("hasAuthority('CREDENTIAL_REVOKE')")
    public long undo(long id) {
        var ruling = get(id);
        if (!ruling.done() || ruling.turn() != Turn.SUSPEND) {
            throw new Refusal("Chỉ việc tạm dừng hiệu lực khôi phục được; thu hồi và huỷ bỏ không đảo lại.");
        }
        return open(Chosen.of(rulings.listCarriedOut(id)));
    }

    /** What stands beside the diploma of this code; open to everybody who holds the code. */
    @Transactional(readOnly = true)
    public List<Annotation> annotations(String code) {
        return lives.annotations(code);
    }

    /** The diploma that took the place of the one with this code, and the one whose place it took, if there are such. */
    @Transactional(readOnly = true)
    public List<Annotation.Kin> kin(String code) {
        return lives.kin(code);
    }

    List<Reason> listReasons() {
        return rulings.listReasons(LocalDate.now(clock));
    }

    private Ruling get(long id) {
        return rulings.find(id).orElseThrow(() -> new NotFound("Không có quyết định này trong phạm vi của bạn."));
    }

    private Ruling draft(long id) {
        var ruling = rulings.lock(id).orElseThrow(() -> new NotFound("Không có quyết định này trong phạm vi của bạn."));
        if (ruling.done()) {
            throw new Refusal("Quyết định này đã thực hiện xong nên không sửa, không bỏ được nữa.");
        }
        return ruling;
    }

    static boolean may(Turn turn) {
        var reader = SecurityContextHolder.getContext().getAuthentication();
        return reader != null
                && reader.getAuthorities().stream()
                        .anyMatch(it -> turn.authority().equals(it.getAuthority()));
    }

    private static void ask(Turn turn) {
        if (!may(turn)) {
            throw new AuthorizationDeniedException(turn.name());
        }
    }
}
