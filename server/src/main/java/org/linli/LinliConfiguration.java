package org.linli;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.linli.shared.DemoPast;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** What the whole house shares: its clock, its languages, its messages. */
@Configuration(proxyBeanMethods = false)
class LinliConfiguration {

    private static final String[] MESSAGES = {
        "messages/house",
        "messages/area",
        "messages/access",
        "messages/files",
        "messages/registry",
        "messages/notify",
        "messages/casework",
        "messages/procedure",
        "messages/counter",
        "messages/rights",
        "messages/grid",
        "messages/wearables",
        "messages/eldercare",
        "messages/sync"
    };

    @Bean
    Clock clock() {
        return DemoPast.over(Clock.system(ZoneId.of("Asia/Shanghai")));
    }

    /** Chinese unless the request asks for English first. */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH));
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        return resolver;
    }

    /** One pair of files a module: {@code <module>.properties} in Chinese, {@code <module>_en.properties} in English. */
    @Bean
    MessageSource messageSource() {
        var source = new ResourceBundleMessageSource();
        source.setBasenames(MESSAGES);
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }
}
