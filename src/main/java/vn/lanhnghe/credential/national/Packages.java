package vn.lanhnghe.credential.national;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.credential.Code;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.intake.Lists;
import vn.lanhnghe.learning.Enrolment;
import vn.lanhnghe.learning.Enrolments;
import vn.lanhnghe.learning.Grading;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** Packages for the national database: every mandatory field is checked before anything goes; what comes back goes with the next. */
@Service
@Transactional
public class Packages {

    static final int MOST = 5_000;

    /** A field that a diploma lacks, or that is too long. */
    public record Lack(Diploma diploma, NationalField field, String trouble) {

        /** Where it is mended. */
        public String address() {
            return field.fact().ofTheLearner() ? "/learners/" + diploma.enrolmentId() : "/credentials/" + diploma.id();
        }
    }

    /** What a package would hold, and what keeps diplomas out of it. */
    public record Draft(List<Diploma> complete, List<Lack> lacks, long incomplete, List<NationalField> fields) {}

    private final NationalRepository packages;
    private final Enrolments enrolments;
    private final Acts acts;
    private final Clock clock;

    Packages(NationalRepository packages, Enrolments enrolments, Acts acts, Clock clock) {
        this.packages = packages;
        this.enrolments = enrolments;
        this.acts = acts;
        this.clock = clock;
    }

    /** What would go for the diplomas released in these days, without sending it. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('CREDENTIAL_RELEASE')")
    public Draft draft(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new Refusal("Ngày cuối %s đứng trước ngày đầu %s.".formatted(Vi.day(to), Vi.day(from)));
        }
        var fields = packages.listFields(LocalDate.now(clock));
        var diplomas = packages.listToSend(own(), from, to, MOST);
        var values = values(diplomas, fields);
        var lacks = new ArrayList<Lack>();
        var complete = new ArrayList<Diploma>();
        for (var it : diplomas) {
            var found = lacks(it, fields, Objects.requireNonNull(values.get(it.id())));
            if (found.isEmpty()) {
                complete.add(it);
            }
            lacks.addAll(found);
        }
        return new Draft(complete, lacks, diplomas.size() - complete.size(), fields);
    }

    private static List<Lack> lacks(Diploma diploma, List<NationalField> fields, Map<String, String> values) {
        var lacks = new ArrayList<Lack>();
        for (var field : fields) {
            var value = values.getOrDefault(field.name(), "");
            if (field.required() && value.isEmpty()) {
                lacks.add(new Lack(
                        diploma,
                        field,
                        field.fact().ofTheLearner()
                                ? "thiếu; bổ sung ở hồ sơ người học"
                                : "thiếu; chỉnh sửa bằng quyết định"));
            } else if (value.length() > field.longest()) {
                lacks.add(
                        new Lack(diploma, field, "dài %d ký tự, tối đa %d".formatted(value.length(), field.longest())));
            }
        }
        return lacks;
    }

    /** Closes a package of all that is complete; what lacks something waits for the next. Answers with its id. */
    @PreAuthorize("hasAuthority('CREDENTIAL_RELEASE')")
    public long make(LocalDate from, LocalDate to) {
        var draft = draft(from, to);
        if (draft.complete().isEmpty()) {
            throw new Refusal(
                    draft.incomplete() == 0
                            ? "Không có văn bằng nào chờ gửi trong khoảng ngày này."
                            : "Cả %s văn bằng chờ gửi đều thiếu trường bắt buộc. Bổ sung theo danh sách rồi lập gói."
                                    .formatted(Vi.count(draft.incomplete())));
        }
        var id = packages.insert(
                own(),
                from,
                to,
                Scope.current().actor(),
                draft.complete().stream().map(Diploma::id).toList());
        acts.record(
                ActKind.NATIONAL_PACKAGE_MADE,
                new Subject("national_package", id, own()),
                "Lập gói gửi CSDL văn bằng quốc gia: %s văn bằng, để lại %s thiếu dữ liệu"
                        .formatted(Vi.count(draft.complete().size()), Vi.count(draft.incomplete())),
                null);
        return id;
    }

    /** The rows of a package, field by field; reading them leaves a trace, because they tell who people are. */
    @PreAuthorize("hasAuthority('CREDENTIAL_RELEASE')")
    public List<Map<String, String>> rows(long id) {
        var sent = get(id);
        var diplomas = packages.listDiplomas(id);
        var values = values(diplomas, packages.listFields(LocalDate.now(clock)));
        acts.record(
                ActKind.FILE_DOWNLOADED,
                new Subject("national_package", id, sent.institutionId()),
                "Tải gói gửi CSDL văn bằng quốc gia, %s văn bằng".formatted(Vi.count(diplomas.size())),
                null);
        return diplomas.stream()
                .map(it -> Objects.requireNonNull(values.get(it.id())))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<NationalField> listFields() {
        return packages.listFields(LocalDate.now(clock));
    }

    /** Reads the list of what was sent back: a column of codes and one of reasons. Answers with how many lines it marks. */
    @PreAuthorize("hasAuthority('CREDENTIAL_RELEASE')")
    public int reject(long id, byte[] file) {
        var sent = get(id);
        var codes = new ArrayList<String>();
        var reasons = new ArrayList<String>();
        var strange = new ArrayList<String>();
        for (var line : Lists.read(file)) {
            var code =
                    line.cells().stream().flatMap(it -> Code.read(it).stream()).findFirst();
            if (code.isEmpty()) {
                continue;
            }
            var reason = line.cells().reversed().stream()
                    .map(Vietnamese::tidy)
                    .filter(it -> !it.isEmpty())
                    .findFirst()
                    .orElse("");
            if (Code.read(reason).isPresent() || reason.isEmpty()) {
                strange.add("dòng %d thiếu lý do".formatted(line.number()));
            }
            codes.add(code.get());
            reasons.add(reason);
        }
        if (codes.isEmpty()) {
            throw new Refusal("Tệp không có dòng nào mang mã tra cứu. Cần một cột mã và một cột lý do ở sau cùng.");
        }
        if (!strange.isEmpty()) {
            throw new Refusal("Chưa ghi gì: %s. Mỗi dòng bị trả cần lý do để biết phải sửa gì."
                    .formatted(strange.stream().limit(5).collect(Collectors.joining(", "))));
        }
        var missing = new HashSet<>(codes);
        packages.reject(id, codes, reasons).forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new Refusal("Chưa ghi gì: gói này không có %s."
                    .formatted(missing.stream()
                            .sorted()
                            .limit(5)
                            .map(Code::printed)
                            .collect(Collectors.joining(", "))));
        }
        acts.record(
                ActKind.NATIONAL_REJECTED,
                new Subject("national_package", id, sent.institutionId()),
                "%s văn bằng bị trả lại".formatted(Vi.count(codes.size())),
                null);
        return codes.size();
    }

    private NationalRepository.Sent get(long id) {
        return packages.find(id).orElseThrow(() -> new NotFound("Không có gói này trong phạm vi của bạn."));
    }

    private Map<Long, Map<String, String>> values(List<Diploma> diplomas, List<NationalField> fields) {
        var learners = enrolments.standingsOf(
                diplomas.stream().map(Diploma::enrolmentId).toList());
        var ranks = enrolments.grading().bands().stream()
                .collect(Collectors.toMap(Grading.Band::code, Grading.Band::label));
        var values = new LinkedHashMap<Long, Map<String, String>>();
        for (var it : diplomas) {
            var standing = learners.get(it.enrolmentId());
            var row = new LinkedHashMap<String, String>();
            for (var field : fields) {
                var value = value(field.fact(), it, standing == null ? null : standing.enrolment(), ranks);
                row.put(field.name(), value == null ? "" : value);
            }
            values.put(it.id(), row);
        }
        return values;
    }

    private static @Nullable String value(
            NationalField.Fact fact, Diploma it, @Nullable Enrolment learner, Map<String, String> ranks) {
        return switch (fact) {
            case CODE -> it.printedCode();
            case SERIAL -> it.serial();
            case REGISTER_NUMBER -> it.registerNumber();
            case CITIZEN_ID -> learner == null ? null : learner.citizenId();
            case FULL_NAME -> it.fullName();
            case BIRTH_DATE -> it.birthDate().toString();
            case SEX ->
                learner == null || learner.sex() == null ? null : learner.sex().label();
            case BIRTH_PLACE -> it.birthPlace();
            case ETHNICITY -> learner == null ? null : learner.ethnicity();
            case NATIONALITY -> learner == null ? null : learner.nationality();
            case AWARD -> it.level().paper();
            case LEVEL -> it.level().label();
            case OCCUPATION_CODE -> it.occupationCode();
            case OCCUPATION -> it.occupation();
            case RANK -> ranks.get(it.rank());
            case DECISION_NUMBER -> it.decisionNumber();
            case DECIDED_ON -> it.decidedOn().toString();
            case SIGNED_ON ->
                it.signedAt() == null
                        ? null
                        : it.signedAt().atZoneSameInstant(Vi.ZONE).toLocalDate().toString();
            case SIGNED_BY -> it.signedByName();
            case INSTITUTION -> it.institutionName();
            case STATE -> it.state().label();
        };
    }

    private static long own() {
        return Objects.requireNonNull(Scope.current().institutionId());
    }
}
