package vn.lanhnghe.credential.verifying;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import vn.lanhnghe.credential.Code;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.copying.Copies;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/**
 * The public's check of a diploma: by its code, by what the paper says, or by a file. Each check is logged. What a check reads it reads
 * in single statements, outside any transaction.
 */
@Service
public class Verifications {

    /** How the diploma was asked for. */
    enum Way {
        CODE,
        LINK,
        SERIAL,
        FILE,
        LIST,
        API
    }

    private final FoundRepository diplomas;
    private final Copies copies;
    private final CertificateJudge certificates;
    private final HandedIn handedIn;
    private final Judge judge;
    private final VerificationLog log;

    Verifications(
            FoundRepository diplomas,
            Copies copies,
            CertificateJudge certificates,
            HandedIn handedIn,
            Judge judge,
            VerificationLog log) {
        this.diplomas = diplomas;
        this.copies = copies;
        this.certificates = certificates;
        this.handedIn = handedIn;
        this.judge = judge;
        this.log = log;
    }

    Check byCode(String typed, Way way) {
        return logged(
                way, Code.read(typed).map(this::byCode).orElseGet(() -> Check.without(Outcome.NOT_OUR_CODE, null)));
    }

    private Check byCode(String code) {
        return diplomas.lookUp(code)
                .map(it -> judge.judge(it, Judge.Shown.NOTHING, null))
                .or(() -> copies.lookUp(code)
                        .flatMap(copy -> diplomas.lookUp(copy.diplomaCode())
                                .map(it -> judge.judge(it, Judge.Shown.NOTHING, copy))))
                .or(() -> certificates.byCode(code))
                .orElseGet(() -> Check.without(Outcome.NOT_FOUND, null));
    }

    /** Three facts together; which of them failed is not told, so that nobody can list people by guessing. */
    Check bySerial(String serial, String fullName, LocalDate birthDate, Way way) {
        return logged(
                way,
                diplomas.lookUp(Vietnamese.tidy(serial), Vietnamese.fold(fullName), birthDate)
                        .map(it -> judge.judge(it, typed(it.diploma()), null))
                        .or(() -> certificates.byWords(Vietnamese.tidy(serial), Vietnamese.fold(fullName), birthDate))
                        .orElseGet(() -> Check.without(Outcome.NOT_FOUND, null)));
    }

    /** What was typed is what was found by. */
    private static Judge.Shown typed(Diploma diploma) {
        var born = Vi.day(diploma.birthDate());
        return new Judge.Shown(
                List.of(
                        new Compared("Số hiệu", "Serial number", diploma.serial(), diploma.serial(), true),
                        new Compared("Họ và tên", "Full name", diploma.fullName(), diploma.fullName(), true),
                        new Compared("Ngày sinh", "Date of birth", born, born, true)),
                null,
                null);
    }

    /** What a file says, held against the register; {@code host} is where this page is, so that a code that leads elsewhere is seen. */
    Check byFile(byte[] bytes, String host) {
        return logged(Way.FILE, handedIn.check(bytes, host));
    }

    /** What the register says of a released diploma, asked by whoever has it already; leaves no trace. */
    public Outcome verdict(Diploma diploma) {
        return diplomas.lookUp(diploma.code())
                .map(it -> judge.judge(it, Judge.Shown.NOTHING, null).outcome())
                .orElse(Outcome.NOT_FOUND);
    }

    private Check logged(Way way, Check check) {
        log.add(way, check);
        return check;
    }
}
