package vn.lanhnghe.access;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lanhnghe.ui.Rehearsal;

/** On a fresh installation, prints the one-time link by which the first administrator sets a password. */
@Component
class FirstStart {

    private final Accounts accounts;
    private final Rehearsal rehearsal;

    FirstStart(Accounts accounts, Rehearsal rehearsal) {
        this.accounts = accounts;
        this.rehearsal = rehearsal;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (rehearsal.rehearsal() || !(event.getApplicationContext() instanceof WebServerApplicationContext web)) {
            return;
        }
        var server = web.getWebServer();
        if (server != null) {
            accounts.inviteFirstAdministrator()
                    .ifPresent(token -> System.out.printf(
                            "Tài khoản quản trị đầu tiên: quantri. Đặt mật khẩu (liên kết dùng một lần, trong 24 giờ):%n"
                                    + "http://localhost:%d/password?token=%s%n",
                            server.getPort(), token));
        }
    }
}
