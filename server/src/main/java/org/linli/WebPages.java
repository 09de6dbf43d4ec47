package org.linli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the built web. Its addresses are its own (history routing), so that an unknown path gets the page of the surface
 * it belongs to; what looks like a file or belongs to the interface is missing when it is missing.
 */
@Configuration(proxyBeanMethods = false)
class WebPages implements WebMvcConfigurer {

    private static final String BUILT = "classpath:/static/";
    private static final Pattern HALL = Pattern.compile("hall(/.*)?");
    private static final Pattern FIELD = Pattern.compile("field(/.*)?");
    private static final Pattern RESIDENT = Pattern.compile("(check|progress|guide)(/.*)?");
    private static final Pattern NO_PAGE = Pattern.compile("(api|actuator|assets|v3)(/.*)?|.*\\.[a-z0-9]{2,5}");

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // Names of assets carry a digest of their content, so they may be kept for ever; pages name the newest ones.
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(BUILT + "assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(BUILT)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new PageResolver());
    }

    /** The page that a path without a file belongs to; empty when it belongs to none. */
    static Optional<String> pageOf(String path) {
        if (NO_PAGE.matcher(path).matches()) {
            return Optional.empty();
        }
        if (HALL.matcher(path).matches()) {
            return Optional.of("hall.html");
        }
        if (FIELD.matcher(path).matches()) {
            return Optional.of("field.html");
        }
        return Optional.of(RESIDENT.matcher(path).matches() ? "resident.html" : "index.html");
    }

    /** A file when there is one, else the surface's page. */
    static final class PageResolver extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            var file = super.getResource(path, location);
            if (file != null) {
                return file;
            }
            var page = pageOf(path);
            return page.isEmpty() ? null : super.getResource(page.get(), location);
        }
    }
}
