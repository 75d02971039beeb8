package vn.lanhnghe.institution;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.ui.Reader;

/** Whose hand writes in the register: a school's in its own entry, the officer's in any; the database refuses all others. */
@Component
class Pen {

    private final TransactionTemplate transaction;

    Pen(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /** Does an officer write, or the program itself? */
    boolean ofTheCity() {
        return switch (Scope.current().reach()) {
            case SYSTEM -> true;
            case CITY -> Reader.may("INSTITUTION_APPROVE");
            default -> false;
        };
    }

    /** Does this hand reach that entry? */
    boolean reaches(long institutionId) {
        var scope = Scope.current();
        return ofTheCity()
                || scope.reach() == Scope.Reach.COLLEGE
                        && scope.siteId() == null
                        && scope.institutionId() != null
                        && scope.institutionId() == institutionId
                        && Reader.may("INSTITUTION_EDIT");
    }

    void ask(long institutionId) {
        if (!reaches(institutionId)) {
            throw new NotFound("Không có cơ sở này trong phạm vi bạn được sửa.");
        }
    }

    /** In the writer's own reach: what a school may write itself, the database lets it write. */
    <T> T own(long institutionId, Supplier<T> deed) {
        ask(institutionId);
        return ofTheCity() ? raised(deed) : transaction.execute(status -> deed.get());
    }

    /** In the register's own reach, when it has been asked whose word the deed needs. */
    <T> T raised(Supplier<T> deed) {
        return Scope.current().raised().get(() -> transaction.execute(status -> deed.get()));
    }
}
