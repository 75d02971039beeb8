package vn.lanhnghe.access;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Secret;

/** The accounts of the platform. Its deeds run in the system's scope, because nobody else may write accounts. */
@Service
public class Accounts {

    private static final Duration INVITATION_LIFE = Duration.ofHours(24);

    private final AccountRepository accounts;
    private final Acts acts;
    private final PasswordEncoder passwords;
    private final TransactionTemplate transaction;
    private final Colleges colleges;

    Accounts(
            AccountRepository accounts,
            Acts acts,
            PasswordEncoder passwords,
            TransactionTemplate transaction,
            Colleges colleges) {
        this.accounts = accounts;
        this.acts = acts;
        this.passwords = passwords;
        this.transaction = transaction;
        this.colleges = colleges;
    }

    /** Opens an account and answers with the token of the link that sets its password. */
    @PreAuthorize("hasAuthority('ACCOUNT_MANAGE')")
    public String open(NewAccount account) {
        return asSystem(() -> {
            try {
                return invite(insert(account, null, false));
            } catch (DuplicateKeyException e) {
                throw new Refusal("Tên đăng nhập “" + account.username() + "” đã có người dùng. Hãy chọn tên khác.");
            }
        });
    }

    /** The open accounts of the reader's college whose owners have a record as staff, by name. */
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    public List<Account> listStaff() {
        var own = Scope.current().institutionId();
        return own == null
                ? List.of()
                : accounts.listOf(own).stream()
                        .filter(it -> it.role().permissions().contains(Permission.PERSON_SELF))
                        .toList();
    }

    @PreAuthorize("hasAuthority('ACCOUNT_MANAGE')")
    public void close(long id, String reason) {
        if (reason.isBlank()) {
            throw new Refusal("Ghi lý do khoá tài khoản.");
        }
        asSystem(() -> {
            var account = accounts.find(id).orElseThrow(() -> new NotFound("Không có tài khoản này."));
            if (!accounts.close(id)) {
                throw new Refusal("Tài khoản này đã khoá.");
            }
            accounts.endSessions(account.username());
            record(ActKind.ACCOUNT_CLOSED, account, "Khoá tài khoản " + account.username(), reason);
            return id;
        });
    }

    /** The account that a link invites to set its password, as long as the link is good. */
    public Optional<Account> findInvited(String token) {
        return Scope.system().get(() -> accounts.findInvited(Secret.hash(token)));
    }

    /** Sets the password through a one-time link; all sessions of the account end. */
    public void setPassword(String token, String password) {
        if (password.length() < 10 || password.length() > 72) {
            throw new Refusal("Mật khẩu dài từ 10 đến 72 ký tự. Một câu dễ nhớ là mật khẩu tốt.");
        }
        asSystem(() -> {
            var account = accounts.findInvited(Secret.hash(token))
                    .orElseThrow(() ->
                            new Refusal("Liên kết này đã dùng hoặc đã hết hạn. Hãy xin quản trị một liên kết mới."));
            accounts.useInvitation(Secret.hash(token));
            accounts.setPassword(account.id(), passwords.encode(password));
            accounts.endSessions(account.username());
            record(ActKind.PASSWORD_SET, account, "Đặt mật khẩu cho " + account.username(), null);
            return account;
        });
    }

    /** The first administrator of a fresh installation, as long as nobody has set that password: the token of a new link. */
    public Optional<String> inviteFirstAdministrator() {
        return asSystem(() -> {
            if (accounts.hasAdministratorWithPassword()) {
                return Optional.<String>empty();
            }
            var id = accounts.find("quantri")
                    .map(Account::id)
                    .orElseGet(() -> insert(
                            new NewAccount("quantri", "Quản trị hệ thống", Role.ADMINISTRATOR, null, null, null),
                            null,
                            false));
            return Optional.of(invite(id));
        });
    }

    /** A rehearsal account whose password everybody knows; only the program itself may open one. */
    public void openPersona(NewAccount account, String password) {
        if (Scope.current().reach() != Scope.Reach.SYSTEM) {
            throw new Refusal("Chỉ bản diễn tập mới có tài khoản mẫu.");
        }
        asSystem(() -> insert(account, passwords.encode(password), true));
    }

    private long insert(NewAccount account, @Nullable String passwordHash, boolean persona) {
        var place = placeOf(account);
        var id = accounts.insert(account, place, passwordHash, persona);
        acts.record(
                ActKind.ACCOUNT_OPENED,
                new Subject("account", id, account.institutionId()),
                "Mở tài khoản " + account.username() + " – " + account.role().label() + ", " + place,
                null);
        return id;
    }

    private String placeOf(NewAccount account) {
        if (account.institutionId() == null) {
            if (account.role().reach() == Scope.Reach.COLLEGE) {
                throw new Refusal("Vai trò " + account.role().label() + " thuộc về một cơ sở. Hãy chọn cơ sở.");
            }
            return "Thành phố Hồ Chí Minh";
        }
        if (account.siteId() != null) {
            return colleges.listSites().stream()
                    .filter(it -> it.id() == account.siteId() && it.institutionId() == account.institutionId())
                    .findFirst()
                    .orElseThrow(() -> new Refusal(
                            "Địa điểm này không thuộc cơ sở đã chọn. Hãy chọn lại, hoặc để trống cho cả trường."))
                    .name();
        }
        return colleges.listOpen().stream()
                .filter(it -> it.id() == account.institutionId())
                .findFirst()
                .orElseThrow(() -> new Refusal("Không có cơ sở này. Hãy chọn trong danh sách."))
                .name();
    }

    private String invite(long accountId) {
        var token = Secret.next(32);
        accounts.insertInvitation(Secret.hash(token), accountId, INVITATION_LIFE);
        return token;
    }

    private void record(ActKind kind, Account account, String summary, @Nullable String reason) {
        acts.record(kind, new Subject("account", account.id(), account.institutionId()), summary, reason);
    }

    private <T> T asSystem(Supplier<T> deed) {
        return Scope.current().raised().get(() -> transaction.execute(status -> deed.get()));
    }
}
