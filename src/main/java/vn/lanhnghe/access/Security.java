package vn.lanhnghe.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.OncePerRequestFilter;

/** The doors: which pages are public, how one signs in, what a browser may load, and each request's scope. */
@Configuration
@EnableMethodSecurity
class Security {

    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
            + "manifest-src 'self'";

    static final String[] PUBLIC = {
        "/",
        "/health",
        "/error",
        "/sign-in",
        "/password",
        "/tra-cuu",
        "/tra-cuu/**",
        "/tra-cuu.json",
        "/v/*",
        "/v/*/phieu.pdf",
        "/bang-diem",
        "/khao-sat/*",
        "/y-kien/*",
        "/bang-diem/*",
        "/co-so",
        "/co-so/*",
        "/ban-do",
        "/ban-do/**",
        "/du-lieu",
        "/du-lieu/**",
        "/giay-phep",
        "/giay-phep/**",
        "/chia-se/*",
        "/ho-chieu/*",
        "/chi-tieu",
        "/chuan-co-so",
        "/chuong-trinh",
        "/chuong-trinh/**",
        "/frameworks/case/**",
        "/chi-tieu.csv",
        "/chi-tieu.json",
        "/bao-gia-mao",
        "/bao-gia-mao/*",
        "/api",
        "/robots.txt",
        "/favicon.ico",
        "/css/**",
        "/js/**",
        "/lib/**",
        "/img/**"
    };

    /** The page behind a QR code, and what programs read: whoever comes here has no account, so nothing of sign-in is asked or made. */
    @Bean
    @Order(1)
    SecurityFilterChain window(HttpSecurity http) throws Exception {
        return http.securityMatcher(
                        "/v/*",
                        "/v/*/phieu.pdf",
                        "/tra-cuu.json",
                        "/tra-cuu/**",
                        "/bao-gia-mao/**",
                        "/ns/**",
                        "/trang-thai/**",
                        "/co-so/*/did.json",
                        "/co-so/*/logo.png")
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .headers(Security::headers)
                .build();
    }

    /** The map that other sites may show in a frame of theirs: public, without session or cookie. */
    @Bean
    @Order(0)
    SecurityFilterChain framed(HttpSecurity http) throws Exception {
        return http.securityMatcher("/ban-do/khung")
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .headers(it -> {
                    headers(it);
                    it.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                            .contentSecurityPolicy(csp -> csp.policyDirectives(
                                    CONTENT.replace("frame-ancestors 'none'", "frame-ancestors *")));
                })
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(self), geolocation=(), microphone=()"));
    }

    @Bean
    @Order(2)
    SecurityFilterChain doors(HttpSecurity http, SignIn signIn) throws Exception {
        return http.authenticationProvider(signIn)
                .authorizeHttpRequests(it ->
                        it.requestMatchers(PUBLIC).permitAll().anyRequest().authenticated())
                .formLogin(it -> it.loginPage("/sign-in")
                        .defaultSuccessUrl("/today")
                        .failureHandler((request, response, failure) -> response.sendRedirect(afterFailure(failure))))
                .logout(it -> it.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .csrf(it -> it.csrfTokenRepository(new CookieCsrfTokenRepository()))
                .headers(Security::headers)
                .addFilterBefore(new ScopeFilter(), AuthorizationFilter.class)
                .build();
    }

    /** A character that no keyboard types and no database keeps is turned away at the door. */
    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(it -> it.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    PasswordEncoder passwords() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    private static String afterFailure(AuthenticationException failure) {
        return failure instanceof LockedException locked ? "/sign-in?wait=" + locked.getMessage() : "/sign-in?failed";
    }

    /** Does the rest of the request in the scope of whoever is signed in. */
    private static final class ScopeFilter extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            if (authentication == null || !(authentication.getPrincipal() instanceof Account account)) {
                chain.doFilter(request, response);
                return;
            }
            Scoped.follow(account.scope(), chain, request, response);
        }
    }
}
