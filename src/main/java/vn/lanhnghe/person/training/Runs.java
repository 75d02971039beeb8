package vn.lanhnghe.person.training;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** Who provides a training: a college its own, the department (0) for the whole city; and the one way in which either writes. */
@Component
class Runs {

    static final long DEPARTMENT = 0;

    private final TransactionTemplate transaction;

    Runs(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /** For whom whoever is signed in runs trainings. */
    static long provider() {
        return Objects.requireNonNullElse(Scope.current().institutionId(), DEPARTMENT);
    }

    static boolean runs(long institutionId) {
        return provider() == institutionId;
    }

    static void own(long institutionId) {
        if (!runs(institutionId)) {
            throw new Refusal(
                    institutionId == DEPARTMENT
                            ? "Lớp và khoá này của Sở; trường chỉ sửa lớp và khoá của mình."
                            : "Lớp và khoá này của một cơ sở; chỉ cơ sở đó sửa được.");
        }
    }

    private static final int LONGEST_REASON = 300;

    private static final int LONGEST_SAID = 40;

    /** What somebody wrote, short enough to be said back to them. */
    static String said(String written) {
        return Vietnamese.brief(Vietnamese.tidy(written), LONGEST_SAID);
    }

    /** A reason as it is kept; empty when none was given. */
    static String reason(String typed) {
        var tidy = Vietnamese.tidy(typed);
        if (tidy.length() > LONGEST_REASON) {
            throw new Refusal(
                    "Lý do dài %s ký tự; ghi gọn trong %d ký tự.".formatted(Vi.count(tidy.length()), LONGEST_REASON));
        }
        return tidy;
    }

    /** The department's people write what the city's read-only scope would not; a college writes within its own. */
    <T extends @Nullable Object> T write(Supplier<T> work) {
        var scope = Scope.current();
        return scope.reach() == Scope.Reach.CITY
                ? scope.raised().get(() -> transaction.execute(status -> work.get()))
                : transaction.execute(status -> work.get());
    }

    /** What a face has asked for already, beyond the scope of whoever is signed in: seats of a class, one's own record. */
    <T extends @Nullable Object> T raised(Supplier<T> work) {
        return Scope.current().raised().get(() -> transaction.execute(status -> work.get()));
    }
}
