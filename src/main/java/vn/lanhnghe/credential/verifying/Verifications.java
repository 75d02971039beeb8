package vn.lanhnghe.credential.verifying;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.lanhnghe.credential.Code;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.SigningKeys;
import vn.lanhnghe.shared.Vietnamese;

/** The public's check of a diploma: by its code, or by what the paper says. Each check is logged. */
@Service
public class Verifications {

    /** How the diploma was asked for. */
    enum Way {
        CODE,
        LINK,
        SERIAL
    }

    private final FoundRepository diplomas;
    private final SigningKeys keys;
    private final VerificationLog log;

    Verifications(FoundRepository diplomas, SigningKeys keys, VerificationLog log) {
        this.diplomas = diplomas;
        this.keys = keys;
        this.log = log;
    }

    Check byCode(String typed, Way way) {
        return logged(
                way,
                Code.read(typed)
                        .map(code -> judge(diplomas.lookUp(code)))
                        .orElseGet(() -> new Check(Outcome.NOT_OUR_CODE, null, null)));
    }

    /** Three facts together; which of them failed is not told, so that nobody can list people by guessing. */
    Check bySerial(String serial, String fullName, LocalDate birthDate) {
        return logged(
                Way.SERIAL, judge(diplomas.lookUp(Vietnamese.tidy(serial), Vietnamese.fold(fullName), birthDate)));
    }

    private Check judge(Optional<Found> found) {
        return found.map(it -> new Check(verdict(it.diploma()), it.diploma(), it.issuer()))
                .orElseGet(() -> new Check(Outcome.NOT_FOUND, null, null));
    }

    /** What the register says of a released diploma, asked by whoever has it already; leaves no trace. */
    public Outcome verdict(Diploma diploma) {
        var keyId = diploma.keyId();
        var signature = diploma.signature();
        if (keyId == null || signature == null || !keys.verify(keyId, diploma.facts(), signature)) {
            return Outcome.ALTERED;
        }
        return switch (diploma.state()) {
            case SUSPENDED -> Outcome.SUSPENDED;
            case REVOKED -> Outcome.REVOKED;
            case ANNULLED -> Outcome.ANNULLED;
            case REPLACED -> Outcome.REPLACED;
            default -> Outcome.VALID;
        };
    }

    private Check logged(Way way, Check check) {
        log.add(way, check);
        return check;
    }
}
