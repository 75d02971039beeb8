package vn.lanhnghe.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The page of ours that a request was sent from, if it can be opened again. */
@Component
class Back {

    private final RequestMappingHandlerMapping pages;

    Back(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping pages) {
        this.pages = pages;
    }

    /** Its path and query; empty where the browser names none, another site, or an address that is only posted to. */
    Optional<String> to(HttpServletRequest request) {
        return Optional.ofNullable(ours(request.getHeader("Referer"), request))
                .filter(it -> opens(it.getRawPath()))
                .map(it -> it.getRawQuery() == null ? it.getRawPath() : it.getRawPath() + "?" + it.getRawQuery());
    }

    private static @Nullable URI ours(@Nullable String referer, HttpServletRequest request) {
        try {
            var it = URI.create(String.valueOf(referer));
            return it.getRawPath() != null
                            && it.getRawPath().startsWith("/")
                            && String.valueOf(it.getRawAuthority()).equals(request.getHeader("Host"))
                    ? it
                    : null;
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    private boolean opens(String path) {
        var asked = PathContainer.parsePath(path);
        return pages.getHandlerMethods().keySet().stream().anyMatch(it -> read(it) && matches(it, asked));
    }

    private static boolean read(RequestMappingInfo it) {
        var methods = it.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private static boolean matches(RequestMappingInfo it, PathContainer asked) {
        var patterns = it.getPathPatternsCondition();
        return patterns != null && patterns.getPatterns().stream().anyMatch(one -> one.matches(asked));
    }
}
