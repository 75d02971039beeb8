package vn.lanhnghe.programme.design;

import java.math.BigDecimal;
import vn.lanhnghe.ui.Vi;

/** What a version holds in all: its modules and outcomes, hours, credits, hours by own staff, modules ready online. */
public record Total(int modules, int outcomes, int hours, BigDecimal credits, int own, int online) {

    public String ownShare() {
        return Vi.percent(own, hours);
    }

    public String onlineShare() {
        return Vi.percent(online, modules);
    }
}
