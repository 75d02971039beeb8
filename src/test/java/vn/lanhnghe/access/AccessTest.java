package vn.lanhnghe.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.test.context.support.WithMockUser;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Refusal;

@SpringBootTest
class AccessTest {

    @Autowired
    Accounts accounts;

    @Autowired
    AccountRepository repository;

    @Autowired
    SignIn signIn;

    @Autowired
    Colleges colleges;

    private Authentication enter(String username, String password) {
        return signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, password));
    }

    @Test
    void the_first_administrator_sets_a_password_by_a_link_that_works_once() {
        var token = accounts.inviteFirstAdministrator().orElseThrow();
        assertThat(accounts.findInvited(token)).map(Account::username).contains("quantri");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> accounts.setPassword(token, "ngan"));

        accounts.setPassword(token, "mot cau de nho");

        assertThat(accounts.findInvited(token)).isEmpty();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> accounts.setPassword(token, "mot cau khac han"));
        assertThat(accounts.inviteFirstAdministrator()).isEmpty();
        assertThat(enter("quantri", "mot cau de nho").getAuthorities())
                .anyMatch(it -> "ACCOUNT_MANAGE".equals(it.getAuthority()));
        assertThat(Scope.system()
                        .get(() -> repository.findPasswordHash(
                                repository.find("quantri").orElseThrow().id())))
                .hasValueSatisfying(it -> assertThat(it).startsWith("{"));
    }

    @Test
    void each_failure_makes_the_next_try_wait_longer_whether_or_not_the_account_exists() {
        for (var i = 0; i < 3; i++) {
            assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> enter("khong.co.ai", "sai"));
        }
        var first = waiting();
        assertThat(first).isBetween(1L, 4L);
        Scope.system().run(() -> {
            for (var i = 0; i < 3; i++) {
                repository.countFailure("khong.co.ai");
            }
        });
        assertThat(waiting()).isGreaterThan(first);
        assertThatExceptionOfType(LockedException.class).isThrownBy(() -> enter("khong.co.ai", "sai"));
    }

    private long waiting() {
        return Scope.system().get(() -> repository.waitingSeconds("khong.co.ai"));
    }

    @Test
    @WithMockUser(authorities = "ACCOUNT_MANAGE")
    void an_account_may_be_for_one_site_of_its_own_college_only() {
        var site = colleges.listSites().getFirst();
        var another = colleges.listOpen().stream()
                .filter(it -> it.id() != site.institutionId())
                .findFirst()
                .orElseThrow();
        accounts.open(new NewAccount("coso.hai", "Lê Văn Hai", Role.REGISTRAR, site.institutionId(), site.id(), null));

        assertThat(Scope.system().get(() -> repository.find("coso.hai"))).hasValueSatisfying(it -> {
            assertThat(it.place()).isEqualTo(site.name());
            assertThat(it.scope().siteId()).isEqualTo(site.id());
        });
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> accounts.open(
                        new NewAccount("coso.ba", "Lê Văn Ba", Role.REGISTRAR, another.id(), site.id(), null)));
    }

    @Test
    void nobody_without_the_right_opens_an_account() {
        assertThatExceptionOfType(org.springframework.security.core.AuthenticationException.class)
                .isThrownBy(() -> accounts.open(new NewAccount("a.b.c", "A", Role.LEADER, null, null, null)));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> accounts.openPersona(new NewAccount("a.b.c", "A", Role.LEADER, null, null, null), "x"));
    }
}
