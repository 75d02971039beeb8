package vn.lanhnghe.credential.forgery;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.credential.Code;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.file.Scan;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** Reports that a paper looks forged: taken from anybody, answered by the college, followed by the reporter. */
@Service
public class Suspicions {

    static final int LONGEST = 1_000;

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int SIGNS_OF_A_CODE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What the reporter takes home. */
    public record Opened(String code, LocalDate dueOn) {}

    private final SuspicionRepository suspicions;
    private final Files files;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Suspicions(SuspicionRepository suspicions, Files files, Acts acts, TransactionTemplate transaction, Clock clock) {
        this.suspicions = suspicions;
        this.files = files;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Opens a case about the diploma with that code; nobody needs an account for it, and a contact only who wants to be asked back. */
    public Opened report(String typed, String told, String contact, @Nullable MultipartFile file) {
        var tidy = Vietnamese.tidy(told);
        if (tidy.length() < 10 || tidy.length() > LONGEST) {
            throw new Refusal(
                    "Ghi vì sao bạn nghi, từ 10 đến 1.000 ký tự, ví dụ “Tên trên giấy khác tên trên trang tra cứu”.");
        }
        var reach = Vietnamese.tidy(contact);
        if (reach.length() > 120) {
            throw new Refusal("Cách liên hệ dài tối đa 120 ký tự.");
        }
        var diploma = Code.read(typed)
                .orElseThrow(() -> new Refusal(
                        "Mã “%s” không phải mã của hệ thống. Chép đúng mã in dưới mã QR.".formatted(typed)));
        var scan = Scan.read(file);
        return Scope.system()
                .get(() -> transaction.execute(status -> {
                    var issuer = suspicions
                            .findIssuer(diploma)
                            .orElseThrow(
                                    () -> new Refusal(
                                            "Không có văn bằng nào mang mã này, nên không có trường nào để hỏi. Giấy in mã này không phải do hệ thống cấp."));
                    var code = random();
                    var due = suspicions
                            .insert(
                                    code,
                                    diploma,
                                    tidy,
                                    reach.isEmpty() ? null : reach,
                                    scan.map(it -> files.put(issuer, it.bytes()))
                                            .orElse(null),
                                    scan.map(Scan::name).orElse(null),
                                    LocalDate.now(clock))
                            .orElseThrow();
                    return new Opened(code, due);
                }));
    }

    /** Where a case stands, for whoever holds its code. */
    @Transactional(readOnly = true)
    public Optional<Suspicion.Followed> follow(String typed) {
        var code = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return code.length() == SIGNS_OF_A_CODE + 2 ? suspicions.lookUp(code) : Optional.empty();
    }

    /** The college's word on a case, once and for good. */
    @Transactional
    @PreAuthorize("hasAuthority('CREDENTIAL_CHECK')")
    public void answer(long id, Suspicion.@Nullable Finding finding, String answer) {
        var suspicion =
                suspicions.find(id).orElseThrow(() -> new NotFound("Không có báo cáo này trong phạm vi của bạn."));
        var tidy = Vietnamese.tidy(answer);
        if (finding == null) {
            throw new Refusal("Chọn kết luận.");
        }
        if (tidy.length() < 10 || tidy.length() > LONGEST) {
            throw new Refusal("Ghi trả lời cho người báo, từ 10 đến 1.000 ký tự; không nêu thông tin riêng của ai.");
        }
        if (!suspicions.answer(id, finding, tidy, Scope.current().actor())) {
            throw new Refusal("Báo cáo này đã được trả lời, hoặc không thuộc trường bạn.");
        }
        acts.record(
                ActKind.SUSPICION_ANSWERED,
                new Subject("diploma", suspicion.diplomaId(), suspicion.institutionId()),
                "Trả lời báo nghi giả %s: %s".formatted(printed(suspicion.code()), finding.label()),
                tidy);
    }

    private static String random() {
        var code = new StringBuilder("BG");
        for (var i = 0; i < SIGNS_OF_A_CODE; i++) {
            code.append(SIGNS.charAt(RANDOM.nextInt(32)));
        }
        return code.toString();
    }

    /** As it is written down and read aloud. */
    public static String printed(String code) {
        return code.substring(0, 2) + "-" + code.substring(2, 8) + "-" + code.substring(8);
    }
}
