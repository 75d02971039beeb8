package vn.lanhnghe.portal.inbox;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.portal.inbox.Preference.Frequency;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;

@Controller
class InboxController {

    public record ListPage(Paging<Notice> notices, long unread, Preference preference, boolean mails) {}

    public record ConfirmPage(String token) {}

    private final Inbox inbox;

    InboxController(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping("/notices")
    View list(@RequestParam(defaultValue = "1") String page) {
        var notices = inbox.list(Paging.number(page));
        return new Page(
                "portal/inbox/list", new ListPage(notices, inbox.countUnread(), inbox.preference(), inbox.mails()));
    }

    @PostMapping("/notices/read")
    View read(RedirectAttributes flash) {
        inbox.read();
        return Go.to("/notices", flash, "Đã ghi là đã xem.");
    }

    @PostMapping("/notices/preference")
    View prefer(
            @RequestParam(defaultValue = "NEVER") String frequency,
            @RequestParam(defaultValue = "") String email,
            RedirectAttributes flash) {
        var chosen = Frequency.NEVER;
        for (var it : Frequency.values()) {
            chosen = it.name().equals(frequency) ? it : chosen;
        }
        return Go.to(
                "/notices",
                flash,
                inbox.prefer(chosen, email) ? "Đã lưu. Mở thư vừa gửi để xác nhận địa chỉ." : "Đã lưu.");
    }

    /** Looking at the link does nothing; the button does. */
    @GetMapping("/notices/email/{token}")
    View ask(@PathVariable String token) {
        return new Page("portal/inbox/confirm", new ConfirmPage(token));
    }

    @PostMapping("/notices/email/{token}")
    View confirm(@PathVariable String token, RedirectAttributes flash) {
        inbox.confirm(token);
        return Go.to("/notices", flash, "Đã xác nhận địa chỉ; tóm tắt sẽ gửi đến đây.");
    }
}
