package vn.lanhnghe.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lanhnghe.ui.Page;

@Controller
class PortalController {

    public record HomePage() {}

    @GetMapping("/")
    Page home() {
        return new Page("portal/home", new HomePage());
    }
}
