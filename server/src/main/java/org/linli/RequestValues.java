package org.linli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * What no request may hold, whatever it is about: texts with a NUL, which PostgreSQL does not store; days in no century
 * anybody lived in; lists with nothing in a place.
 */
@Configuration(proxyBeanMethods = false)
class RequestValues implements WebMvcConfigurer {

    private static final LocalDate FIRST = LocalDate.of(1800, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, LocalDate.class, RequestValues::day);
        registry.addConverter(String.class, Instant.class, RequestValues::instant);
    }

    @Bean
    StrictHttpFirewall parametersWithoutNul() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(RequestValues::isPlain);
        return firewall;
    }

    @Bean
    JsonMapperBuilderCustomizer formsWithoutRubbish() {
        return mapper -> mapper.addModule(new SimpleModule()
                        .addDeserializer(String.class, new PlainText())
                        .addKeyDeserializer(String.class, new PlainName())
                        .addDeserializer(LocalDate.class, new Day()))
                .withConfigOverride(
                        List.class,
                        list -> list.setNullHandling(com.fasterxml.jackson.annotation.JsonSetter.Value.forContentNulls(
                                com.fasterxml.jackson.annotation.Nulls.FAIL)));
    }

    private static boolean isPlain(String text) {
        return text.indexOf('\0') < 0;
    }

    private static LocalDate day(String text) {
        var day = LocalDate.parse(text.strip());
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new DateTimeException("not a day of these centuries: " + day);
        }
        return day;
    }

    private static Instant instant(String text) {
        var instant = Instant.parse(text.strip());
        day(instant.atOffset(ZoneOffset.UTC).toLocalDate().toString());
        return instant;
    }

    private static final class PlainText extends StdScalarDeserializer<String> {

        PlainText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            var text = tools.jackson.databind.deser.jdk.StringDeserializer.instance.deserialize(json, context);
            if (!isPlain(text)) {
                throw context.weirdStringException(text, String.class, "holds a NUL");
            }
            return text;
        }
    }

    private static final class PlainName extends KeyDeserializer {

        @Override
        public Object deserializeKey(String name, DeserializationContext context) {
            if (!isPlain(name)) {
                throw context.weirdKeyException(String.class, name, "holds a NUL");
            }
            return name;
        }
    }

    private static final class Day extends StdScalarDeserializer<LocalDate> {

        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser json, DeserializationContext context) {
            var text = json.getValueAsString("");
            try {
                return day(text);
            } catch (DateTimeException e) {
                throw context.weirdStringException(text, LocalDate.class, "no day");
            }
        }
    }
}
