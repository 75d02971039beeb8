package vn.lanhnghe.access;

import java.util.Locale;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;

/** Checks a user name and password; each failure makes the next try wait longer, whether or not the account exists. */
@Component
class SignIn implements AuthenticationProvider {

    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final Acts acts;
    private final String nobodysHash;

    SignIn(AccountRepository accounts, PasswordEncoder passwords, Acts acts) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.acts = acts;
        this.nobodysHash = Objects.requireNonNull(passwords.encode("nobody"));
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var username = asked.getName().strip().toLowerCase(Locale.ROOT);
        var password = String.valueOf(asked.getCredentials());
        return Scope.system().get(() -> authenticate(username, password));
    }

    private Authentication authenticate(String username, String password) {
        var wait = accounts.waitingSeconds(username);
        if (wait > 0) {
            throw new LockedException(Long.toString(wait));
        }
        var account = accounts.find(username);
        var hash = account.flatMap(it -> accounts.findPasswordHash(it.id()));
        // an unknown name costs as much time as a known one
        var right = passwords.matches(password, hash.orElse(nobodysHash));
        if (!right || hash.isEmpty()) {
            accounts.countFailure(username);
            account.ifPresent(it -> record(ActKind.SIGN_IN_REFUSED, it, "Sai mật khẩu"));
            throw new BadCredentialsException(username);
        }
        accounts.forgetFailures(username);
        var known = account.orElseThrow();
        record(ActKind.SIGNED_IN, known, "Đăng nhập");
        return UsernamePasswordAuthenticationToken.authenticated(
                known,
                null,
                AuthorityUtils.createAuthorityList(known.role().permissions().stream()
                        .map(Permission::name)
                        .toList()));
    }

    private void record(ActKind kind, Account account, String summary) {
        account.scope()
                .raised()
                .run(() -> acts.record(
                        kind, new Subject("account", account.id(), account.institutionId()), summary, null));
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
