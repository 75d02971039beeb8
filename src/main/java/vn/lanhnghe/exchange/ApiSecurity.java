package vn.lanhnghe.exchange;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lanhnghe.access.Scoped;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Secret;

/** The door for programs: a bearer token and nothing else, no session, no cookie; refusals are problem documents. */
@Configuration
class ApiSecurity {

    @Bean
    @Order(-1)
    SecurityFilterChain programs(HttpSecurity http, KeyRepository keys, Limits limits, Problems problems)
            throws Exception {
        var paths = PathPatternRequestMatcher.withDefaults();
        return http.securityMatcher(new AndRequestMatcher(
                        paths.matcher("/api/**"), new NegatedRequestMatcher(paths.matcher("/api"))))
                .authorizeHttpRequests(it -> it.requestMatchers("/api/token")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/openapi.json", "/api/v1/schemas/*")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(it -> it.authenticationEntryPoint((request, response, failure) -> problems.write(
                                unauthenticated(request.getHeader("Authorization") != null), request, response))
                        .accessDeniedHandler((request, response, denied) -> problems.write(
                                new Problem(
                                        Problem.Kind.FORBIDDEN,
                                        "Khoá này không được làm việc này.",
                                        "This key may not do this."),
                                request,
                                response)))
                .addFilterBefore(new Gate(keys, limits, problems), AnonymousAuthenticationFilter.class)
                .build();
    }

    /** An address that the firewall turns away before any door: a problem for programs, the usual page for people. */
    @Bean
    RequestRejectedHandler rejections(Problems problems) {
        var pages = new HttpStatusRequestRejectedHandler();
        return (request, response, rejected) -> {
            if (!request.getRequestURI().startsWith("/api/")) {
                pages.handle(request, response, rejected);
                return;
            }
            var correlation = UUID.randomUUID().toString();
            request.setAttribute(Problems.CORRELATION, correlation);
            response.setHeader("X-Request-Id", correlation);
            problems.write(
                    new Problem(
                            Problem.Kind.MALFORMED,
                            "Địa chỉ có ký tự không được nhận.",
                            "The address has characters that are not taken."),
                    request,
                    response);
        };
    }

    private static Problem unauthenticated(boolean tried) {
        return new Problem(
                        Problem.Kind.UNAUTHENTICATED,
                        tried
                                ? "Token không đúng, đã hết hạn, hoặc khoá đã thu hồi. Xin token mới ở /api/token."
                                : "Cần một token: xin ở /api/token rồi gửi trong đầu mục Authorization: Bearer.",
                        tried
                                ? "The token is wrong or has expired, or its key was revoked. Ask /api/token for a new one."
                                : "A token is needed: ask /api/token for one and send it as Authorization: Bearer.")
                .header("WWW-Authenticate", tried ? "Bearer error=\"invalid_token\"" : "Bearer");
    }

    /** Numbers the request, finds out who calls, counts the call, and does the rest in that college's scope. */
    private static final class Gate extends OncePerRequestFilter {

        private static final Logger LOG = LoggerFactory.getLogger(ApiSecurity.class);
        private static final String BEARER = "Bearer ";

        private final KeyRepository keys;
        private final Limits limits;
        private final Problems problems;

        Gate(KeyRepository keys, Limits limits, Problems problems) {
            this.keys = keys;
            this.limits = limits;
            this.problems = problems;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var begun = System.nanoTime();
            var sent = Objects.toString(request.getHeader("X-Request-Id"), "");
            var correlation =
                    sent.matches("[\\w.-]{1,64}") ? sent : UUID.randomUUID().toString();
            request.setAttribute(Problems.CORRELATION, correlation);
            response.setHeader("X-Request-Id", correlation);
            var header = Objects.toString(request.getHeader("Authorization"), "");
            var caller = header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? Scope.system()
                            .get(() -> keys.findCaller(Secret.hash(
                                    header.substring(BEARER.length()).strip())))
                            .orElse(null)
                    : null;
            try {
                if (caller == null) {
                    chain.doFilter(request, response);
                } else {
                    limits.call(caller);
                    enter(caller, request, response, chain);
                }
            } catch (Problem problem) {
                problems.write(problem, request, response);
            } finally {
                SecurityContextHolder.clearContext();
                LOG.info(
                        "{} {} {} {} ms, {} [{}]",
                        request.getMethod(),
                        request.getRequestURI().replaceAll("\\p{Cntrl}", ""),
                        response.getStatus(),
                        (System.nanoTime() - begun) / 1_000_000,
                        caller == null ? "no key" : "key " + caller.keyId(),
                        correlation);
            }
        }

        private static void enter(
                ApiCaller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    caller,
                    null,
                    AuthorityUtils.createAuthorityList(
                            caller.scopeList().stream().map(it -> "SCOPE_" + it).toList())));
            SecurityContextHolder.setContext(context);
            Scoped.follow(caller.scope(), chain, request, response);
        }
    }
}
