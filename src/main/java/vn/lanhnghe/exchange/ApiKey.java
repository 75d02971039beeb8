package vn.lanhnghe.exchange;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A college's own system that may speak to the API; its secret is nowhere but with the college. */
public record ApiKey(
        long id,
        long institutionId,
        @Nullable Long siteId,
        String clientId,
        String name,
        String scopes,
        long createdBy,
        String creator,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime oldSecretUntil,
        @Nullable OffsetDateTime revokedAt,
        @Nullable OffsetDateTime lastUsedAt,
        long calls,
        long items) {

    public boolean open() {
        return revokedAt == null;
    }

    public List<String> scopeList() {
        return List.of(scopes.split(" "));
    }
}
