package vn.lanhnghe.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Style sheets, scripts, fonts and pictures: named by the hash of their content, so that browsers keep them for good. */
@Configuration(proxyBeanMethods = false)
class Assets implements WebMvcConfigurer {

    private static final List<String> FOLDERS = List.of("css", "js", "lib", "img");
    private static final Pattern HASHED = Pattern.compile(".*-[0-9a-f]{32}\\.[a-z0-9.]+");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (var folder : FOLDERS) {
            registry.addResourceHandler("/" + folder + "/**")
                    .addResourceLocations("classpath:/static/" + folder + "/")
                    .resourceChain(true)
                    .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Shelf())
                .addPathPatterns(FOLDERS.stream().map(it -> "/" + it + "/**").toArray(String[]::new));
    }

    /** A hashed name never changes its content; a plain one may, so the browser asks again. */
    private static final class Shelf implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            var lasting = HASHED.matcher(request.getRequestURI()).matches();
            response.setHeader("Cache-Control", lasting ? "public, max-age=31536000, immutable" : "no-cache");
            return true;
        }
    }
}
