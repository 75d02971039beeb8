package vn.lanhnghe.access;

import java.util.function.Consumer;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import vn.lanhnghe.database.Scope;

/** Does something once for every person who may sign in, as that person would: with their scope and rights and no others. */
@Service
public class Everyone {

    private static final int AT_ONCE = 200;

    private final AccountRepository accounts;

    Everyone(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** Only the program's own work may ask for this. */
    public void each(Consumer<Person> work) {
        if (Scope.current().reach() != Scope.Reach.SYSTEM) {
            throw new IllegalStateException("only the program itself acts for everyone");
        }
        for (var offset = 0; ; offset += AT_ONCE) {
            var some = accounts.list(offset, AT_ONCE);
            some.stream().filter(Account::open).forEach(it -> as(it, work));
            if (some.size() < AT_ONCE) {
                return;
            }
        }
    }

    public record Person(long accountId, String fullName) {}

    private static void as(Account account, Consumer<Person> work) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                account,
                null,
                AuthorityUtils.createAuthorityList(account.role().permissions().stream()
                        .map(Permission::name)
                        .toList())));
        SecurityContextHolder.setContext(context);
        try {
            account.scope().run(() -> work.accept(new Person(account.id(), account.fullName())));
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
