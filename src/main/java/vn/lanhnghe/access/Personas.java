package vn.lanhnghe.access;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;

/** Lets the rehearsal act as one of its own accounts, with that account's scope and rights and no others. */
@Service
public class Personas {

    private final AccountRepository accounts;

    Personas(AccountRepository accounts) {
        this.accounts = accounts;
    }

    public boolean exist() {
        return !Scope.system().get(accounts::listPersonas).isEmpty();
    }

    /** Does the work as the rehearsal account of that name. */
    public void act(String username, Runnable work) {
        if (Scope.current().reach() != Scope.Reach.SYSTEM) {
            throw new Refusal("Chỉ bản diễn tập mới được đóng vai.");
        }
        var account = accounts.find(username)
                .filter(Account::persona)
                .orElseThrow(() -> new NotFound("Không có vai diễn tập " + username));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                account,
                null,
                AuthorityUtils.createAuthorityList(account.role().permissions().stream()
                        .map(Permission::name)
                        .toList())));
        SecurityContextHolder.setContext(context);
        try {
            account.scope().run(work);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
