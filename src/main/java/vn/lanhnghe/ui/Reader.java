package vn.lanhnghe.ui;

import org.springframework.security.core.context.SecurityContextHolder;

/** Whoever is signed in. */
public final class Reader {

    private Reader() {}

    /** Whether the person may do something; nobody may do anything when nobody is signed in. */
    public static boolean may(String authority) {
        var reader = SecurityContextHolder.getContext().getAuthentication();
        return reader != null && reader.getAuthorities().stream().anyMatch(it -> authority.equals(it.getAuthority()));
    }
}
