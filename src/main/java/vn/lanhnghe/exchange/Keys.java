package vn.lanhnghe.exchange;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.intake.Items;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Secret;
import vn.lanhnghe.shared.Vietnamese;

/** The API keys of a college, given out, renewed and taken back by its own people. */
@Service
@Transactional
@PreAuthorize("hasAuthority('EXCHANGE_MANAGE')")
public class Keys {

    /** A key with its secret, which is told this once. */
    public record Told(ApiKey key, String secret) {}

    /** The key of the rehearsal, as the docs write it. */
    public static final String REHEARSED_ID = "dien-tap";

    private final KeyRepository keys;
    private final Items items;
    private final Acts acts;

    Keys(KeyRepository keys, Items items, Acts acts) {
        this.keys = keys;
        this.items = items;
        this.acts = acts;
    }

    public Told create(NewKey asked) {
        return create(asked, "lnk-" + HexFormat.of().formatHex(Secret.random(8)), "lns_" + Secret.next(32));
    }

    /** A key whose secret everybody knows; the rehearsal alone calls this. */
    public void openRehearsed(String secret) {
        var scopes = items.kinds().stream().map(it -> it.code() + ":write").toList();
        create(new NewKey("Phần mềm quản lý đào tạo", scopes), REHEARSED_ID, secret);
    }

    private Told create(NewKey asked, String clientId, String secret) {
        var scope = Scope.current();
        if (scope.institutionId() == null) {
            throw new Refusal("Chỉ người của trường mới tạo được khoá kết nối của trường.");
        }
        var name = Vietnamese.tidy(asked.name());
        var id = keys.insert(scope, clientId, name, scopes(asked.scopes()), Secret.hash(secret));
        var key = get(id);
        record(ActKind.API_KEY_CREATED, key, "Tạo khoá kết nối “%s”: %s".formatted(name, key.scopes()), null);
        return new Told(key, secret);
    }

    /** In the order of the kinds; a key that may write may check as well. */
    private String scopes(List<String> asked) {
        var known = new ArrayList<String>();
        items.kinds().forEach(it -> {
            if (asked.contains(it.code() + ":write")) {
                known.add(it.code() + ":write");
            } else if (asked.contains(it.code() + ":check")) {
                known.add(it.code() + ":check");
            }
        });
        if (known.isEmpty()) {
            throw new Refusal("Chọn ít nhất một quyền cho khoá.");
        }
        return String.join(" ", known);
    }

    /** A new secret; the one before is good for another day, so that the system at the other end can be changed in peace. */
    public Told rotate(long id) {
        var secret = "lns_" + Secret.next(32);
        var key = get(id);
        if (!keys.rotate(id, Secret.hash(secret))) {
            throw revoked();
        }
        record(ActKind.API_KEY_ROTATED, key, "Đổi bí mật của khoá “" + key.name() + "”", null);
        return new Told(get(id), secret);
    }

    /** Ends the key and all its tokens at once. */
    public void revoke(long id, String reason) {
        if (reason.isBlank()) {
            throw new Refusal("Ghi lý do thu hồi khoá.");
        }
        var key = get(id);
        if (!keys.revoke(id)) {
            throw revoked();
        }
        record(ActKind.API_KEY_REVOKED, key, "Thu hồi khoá “" + key.name() + "”", Vietnamese.tidy(reason));
    }

    private ApiKey get(long id) {
        return keys.find(id).orElseThrow(() -> new NotFound("Trường bạn không có khoá này."));
    }

    private static Refusal revoked() {
        return new Refusal("Khoá này đã thu hồi. Hãy tạo khoá mới nếu còn cần.");
    }

    private void record(ActKind kind, ApiKey key, String summary, @Nullable String reason) {
        acts.record(kind, new Subject("api_key", key.id(), key.institutionId()), summary, reason);
    }
}
