package vn.lanhnghe.ui;

import static java.util.stream.Collectors.groupingBy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Looks for the handler of an address among the routes that begin with the same word. Nearly all routes have a variable, and an
 * address would be held against every one of them; for the page behind a QR code that was a sixth of its time.
 */
@Configuration
class Routes implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new ByFirstWord();
    }

    private static final class ByFirstWord extends RequestMappingHandlerMapping {

        private Map<String, List<Map.Entry<RequestMappingInfo, HandlerMethod>>> byWord = Map.of();

        @Override
        protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> handlers) {
            super.handlerMethodsInitialized(handlers);
            byWord = handlers.entrySet().stream()
                    .filter(it -> it.getKey().getPatternValues().size() == 1)
                    .collect(groupingBy(
                            it -> word(it.getKey().getPatternValues().iterator().next())));
        }

        /** Whenever it is not exactly one route that fits, the rules of all routes decide. */
        @Override
        protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
                throws Exception {
            Map.Entry<RequestMappingInfo, HandlerMethod> only = null;
            RequestMappingInfo fitting = null;
            for (var route : byWord.getOrDefault(word(path), List.of())) {
                var match = getMatchingMapping(route.getKey(), request);
                if (match != null) {
                    if (only != null) {
                        return super.lookupHandlerMethod(path, request);
                    }
                    only = route;
                    fitting = match;
                }
            }
            if (only == null || fitting == null) {
                return super.lookupHandlerMethod(path, request);
            }
            request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, only.getValue());
            handleMatch(fitting, path, request);
            return only.getValue();
        }

        private static String word(String path) {
            var end = path.indexOf('/', 1);
            return end < 0 ? path : path.substring(0, end);
        }
    }
}
