package org.linli.access.web;

import java.util.List;
import org.linli.access.AccessReason;
import org.linli.access.Acting;
import org.linli.access.account.CurrentSession;
import org.linli.shared.Refusal;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What is open, what needs a sign-in, and the headers that keep a browser from doing more than it was asked. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class AccessWebConfiguration implements WebMvcConfigurer {

    /** Loopback is allowed for the card reader's service on the clerk's own machine; nothing may be inline. */
    private static final String CONTENT_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self' http://127.0.0.1:* ws://127.0.0.1:* http://localhost:* ws://localhost:*",
            "media-src 'self' blob:",
            "frame-src 'none'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Acting.class, CurrentSession.class);
    }

    private final SignedInArguments arguments;

    AccessWebConfiguration(SignedInArguments arguments) {
        this.arguments = arguments;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(arguments);
    }

    @Bean
    SecurityFilterChain accessChain(HttpSecurity http, SessionContexts contexts, FilterProblems problems) {
        return http.securityContext(context -> context.securityContextRepository(contexts))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/public/**", "/api/access/sign-in")
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                // Public addresses act on nobody's behalf, so there is nothing to forge.
                .csrf(csrf -> csrf.spa().ignoringRequestMatchers("/api/public/**"))
                .headers(AccessWebConfiguration::headers)
                .exceptionHandling(failures -> failures.authenticationEntryPoint((request, response, failure) ->
                                problems.answer(request, response, Refusal.because(AccessReason.NOT_SIGNED_IN)))
                        .accessDeniedHandler((request, response, failure) ->
                                problems.answer(request, response, Refusal.because(AccessReason.REQUEST_FORGED))))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new CacheHeaders())
                .addHeaderWriter(new FeatureHeaders());
    }

    /** An address or a header that the firewall does not let in. */
    @Bean
    RequestRejectedHandler rejectedRequests(FilterProblems problems) {
        return problems::answer;
    }

    /** Nobody signs in through Spring Security itself; without this it would invent a user. */
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new ProviderNotFoundException("sign in at /api/access/sign-in");
        };
    }
}
