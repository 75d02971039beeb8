package vn.lanhnghe.access;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;

@Controller
class AccessController {

    /** {@code trouble} is a sentence, or null; personas are offered in a rehearsal only. */
    public record SignInPage(@Nullable String trouble, boolean signedOut, List<Account> personas, String password) {}

    public record PasswordPage(
            Account account, String token, @Nullable String trouble) {}

    public record ListPage(Paging<Account> accounts) {}

    public record OpenPage(BindingResult form, List<Colleges.College> colleges, List<Colleges.Seat> sites) {}

    public record LinkPage(String username, String link) {}

    public record AccountPage(Account account, List<Act> history) {}

    private final Accounts accounts;
    private final AccountRepository repository;
    private final Colleges colleges;
    private final Acts acts;

    AccessController(Accounts accounts, AccountRepository repository, Colleges colleges, Acts acts) {
        this.accounts = accounts;
        this.repository = repository;
        this.colleges = colleges;
        this.acts = acts;
    }

    @GetMapping("/sign-in")
    View signIn(
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(required = false) @Nullable String wait,
            @RequestParam(required = false) @Nullable String out) {
        String trouble = null;
        if (failed != null) {
            trouble = "Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi thử lại.";
        } else if (wait != null) {
            trouble = "Tài khoản này vừa nhập sai nhiều lần. Hãy chờ " + wait.replaceAll("\\D", "")
                    + " giây rồi thử lại.";
        }
        var personas = Scope.system().get(repository::listPersonas);
        return new Page("access/sign-in", new SignInPage(trouble, out != null, personas, Rehearsed.PASSWORD));
    }

    @GetMapping("/password")
    View password(@RequestParam String token) {
        return new Page("access/password", new PasswordPage(invited(token), token, null));
    }

    @PostMapping("/password")
    View setPassword(
            @RequestParam String token,
            @RequestParam String password,
            @RequestParam String again,
            RedirectAttributes flash) {
        var account = invited(token);
        if (!password.equals(again)) {
            return new Page(
                    "access/password",
                    new PasswordPage(account, token, "Hai lần nhập mật khẩu khác nhau. Hãy nhập lại."));
        }
        try {
            accounts.setPassword(token, password);
        } catch (Refusal refusal) {
            return new Page("access/password", new PasswordPage(account, token, refusal.getMessage()));
        }
        return Go.to("/sign-in", flash, "Đã đặt mật khẩu cho " + account.username() + ". Mời bạn đăng nhập.");
    }

    @GetMapping("/accounts")
    @PreAuthorize("hasAuthority('ACCOUNT_MANAGE')")
    View list(@RequestParam(defaultValue = "1") int page) {
        return new Page(
                "access/list",
                new ListPage(new Paging<>(
                        repository.list(Paging.offset(page), Paging.SIZE), page, repository.count(), Paging.SIZE)));
    }

    @GetMapping("/accounts/new")
    @PreAuthorize("hasAuthority('ACCOUNT_MANAGE')")
    View newAccount(NewAccount account, BindingResult form) {
        return new Page("access/open", new OpenPage(form, colleges.listOpen(), colleges.listSites()));
    }

    @PostMapping("/accounts")
    @PreAuthorize("hasAuthority('ACCOUNT_MANAGE')")
    View open(@Valid NewAccount account, BindingResult form) {
        if (!form.hasErrors()) {
            try {
                var link = ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/password")
                        .queryParam("token", accounts.open(account))
                        .toUriString();
                return new Page("access/link", new LinkPage(account.username(), link));
            } catch (Refusal refusal) {
                form.reject("refused", String.valueOf(refusal.getMessage()));
            }
        }
        return new Page("access/open", new OpenPage(form, colleges.listOpen(), colleges.listSites()));
    }

    @GetMapping("/accounts/{id}")
    @PreAuthorize("hasAuthority('ACCOUNT_MANAGE')")
    View account(@PathVariable long id) {
        var account = repository.find(id).orElseThrow(() -> new NotFound("Không có tài khoản này."));
        return new Page("access/account", new AccountPage(account, acts.list("account", id)));
    }

    @PostMapping("/accounts/{id}/closure")
    @PreAuthorize("hasAuthority('ACCOUNT_MANAGE')")
    View close(@PathVariable long id, @RequestParam String reason, RedirectAttributes flash) {
        accounts.close(id, reason);
        return Go.to("/accounts/" + id, flash, "Đã khoá tài khoản. Mọi phiên làm việc của tài khoản này đã kết thúc.");
    }

    private Account invited(String token) {
        return accounts.findInvited(token)
                .orElseThrow(
                        () -> new NotFound("Liên kết này đã dùng hoặc đã hết hạn. Hãy xin quản trị một liên kết mới."));
    }
}
