package vn.lanhnghe.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.database.Scope;

/** Who calls the API: a key with the scopes of its token. What it writes stands under the account that made the key. */
record ApiCaller(
        long keyId,
        String name,
        long institutionId,
        @Nullable Long siteId,
        long accountId,
        String scopes) {

    Scope scope() {
        return new Scope(Scope.Reach.COLLEGE, institutionId, siteId, null, accountId, "API: " + name);
    }

    List<String> scopeList() {
        return List.of(scopes.split(" "));
    }

    boolean may(String kind, boolean write) {
        return scopeList().contains(kind + ":write") || !write && scopeList().contains(kind + ":check");
    }
}
