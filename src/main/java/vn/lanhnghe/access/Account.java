package vn.lanhnghe.access;

import java.io.Serializable;
import java.security.Principal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Shell;

/** Someone who may sign in; {@code place} says in words for which part of the city. */
public record Account(
        long id,
        String username,
        String fullName,
        Role role,
        @Nullable Long institutionId,
        @Nullable Long siteId,
        @Nullable Long learnerId,
        String place,
        boolean persona,
        @Nullable OffsetDateTime closedAt)
        implements Shell.Viewer, Principal, Serializable {

    @Override
    public String getName() {
        return username;
    }

    @Override
    public String roleLabel() {
        return role.label();
    }

    public boolean open() {
        return closedAt == null;
    }

    Scope scope() {
        return new Scope(role.reach(), institutionId, siteId, learnerId, id, fullName);
    }
}
