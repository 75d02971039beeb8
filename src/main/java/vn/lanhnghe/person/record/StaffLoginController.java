package vn.lanhnghe.person.record;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.person.People;
import vn.lanhnghe.ui.Go;

/** Which account is a person's, said by whoever manages the staff of its college. */
@Controller
@PreAuthorize("hasAuthority('PERSON_EDIT')")
class StaffLoginController {

    private final People people;

    StaffLoginController(People people) {
        this.people = people;
    }

    @PostMapping("/staff/{id:\\d+}/login")
    View link(@PathVariable long id, @RequestParam(defaultValue = "0") long account, RedirectAttributes flash) {
        people.link(account, id);
        return Go.to("/staff/" + id, flash, "Đã gắn tài khoản: người này đăng nhập là thấy hồ sơ của mình.");
    }

    @PostMapping("/staff/{id:\\d+}/login/removal")
    View unlink(
            @PathVariable long id,
            @RequestParam long account,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        people.unlink(account, id, reason);
        return Go.to("/staff/" + id, flash, "Đã gỡ tài khoản khỏi hồ sơ này.");
    }
}
