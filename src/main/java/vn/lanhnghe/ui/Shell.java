package vn.lanhnghe.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What every page knows without being told: who looks at it, what they may do, and the token its forms carry. */
public record Shell(
        @Nullable Viewer viewer,
        Set<String> authorities,
        Supplier<String> token,
        String path,
        boolean rehearsal,
        @Nullable String notice,
        @Nullable String trouble,
        UnaryOperator<String> hashed) {

    /** Whoever is signed in, as the frame names them. */
    public interface Viewer {
        String fullName();

        String roleLabel();

        String place();
    }

    static final ScopedValue<Shell> CURRENT = ScopedValue.newInstance();
    static final String NOTICE = "notice";
    static final String TROUBLE = "trouble";
    private static final String REHEARSAL = "rehearsal";

    /** What a file is called with its hash; the files are in the jar and stay as they are. */
    private static final Map<String, String> HASHED = new ConcurrentHashMap<>();

    public static Shell current() {
        return CURRENT.get();
    }

    public boolean may(String authority) {
        return authorities.contains(authority);
    }

    public boolean signedIn() {
        return viewer != null;
    }

    /** What a form that is posted carries; a page without such a form sets no cookie for it. */
    public String csrf() {
        return token.get();
    }

    /** Is this the page, or a page below it? */
    public boolean at(String address) {
        return path.equals(address) || path.startsWith(address + "/");
    }

    /** The address of a style sheet, script, font or picture with the hash of its content in the name. */
    public String asset(String address) {
        return hashed.apply(address);
    }

    /** Asked of the context once; it does not change while the program runs. */
    private static boolean rehearsal(HttpServletRequest request) {
        var servlet = request.getServletContext();
        if (servlet.getAttribute(REHEARSAL) instanceof Boolean known) {
            return known;
        }
        var context = RequestContextUtils.findWebApplicationContext(request);
        var rehearsal = context != null && context.getBean(Rehearsal.class).rehearsal();
        servlet.setAttribute(REHEARSAL, rehearsal);
        return rehearsal;
    }

    static Shell of(HttpServletRequest request) {
        var authentication = Optional.ofNullable(
                        SecurityContextHolder.getContext().getAuthentication())
                .filter(it -> !(it instanceof AnonymousAuthenticationToken));
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var urls = (ResourceUrlProvider) request.getAttribute(ResourceUrlProvider.class.getName());
        var flash = RequestContextUtils.getInputFlashMap(request);
        return new Shell(
                authentication
                        .map(Authentication::getPrincipal)
                        .filter(Viewer.class::isInstance)
                        .map(Viewer.class::cast)
                        .orElse(null),
                authentication.stream()
                        .flatMap(it -> it.getAuthorities().stream())
                        .map(GrantedAuthority::getAuthority)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet()),
                () -> csrf == null ? "" : csrf.getToken(),
                request.getRequestURI(),
                rehearsal(request),
                flash == null ? null : (String) flash.get(NOTICE),
                flash == null ? null : (String) flash.get(TROUBLE),
                address -> HASHED.computeIfAbsent(address, it -> {
                    var found = urls == null ? null : urls.getForLookupPath(it);
                    return found == null ? it : found;
                }));
    }
}
