package vn.lanhnghe.ui;

import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** After a deed: on to the page that shows it, with one sentence about what happened. */
public final class Go {

    private Go() {}

    public static View to(String address) {
        var view = new RedirectView(address);
        view.setExposeModelAttributes(false);
        return view;
    }

    public static View to(String address, RedirectAttributes flash, String notice) {
        flash.addFlashAttribute(Shell.NOTICE, notice);
        return to(address);
    }
}
