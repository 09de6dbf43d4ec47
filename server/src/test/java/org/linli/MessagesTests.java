package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.shared.Refusal;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Every text a person may see exists in Chinese and in English. */
class MessagesTests {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    static Stream<String> modules() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties"))
                .map(Resource::getFilename)
                .filter(name -> !name.endsWith("_en.properties"))
                .map(name -> name.replace(".properties", ""));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void areTheSameInBothLanguages(String module) {
        var chinese = load(module + ".properties");
        var english = load(module + "_en.properties");
        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(chinese.stringPropertyNames());
        for (var key : chinese.stringPropertyNames()) {
            assertThat(placeholders(english.getProperty(key)))
                    .as("placeholders of %s", key)
                    .isEqualTo(placeholders(chinese.getProperty(key)));
            assertThat(HAN.matcher(english.getProperty(key)).find())
                    .as("%s is English in the English file", key)
                    .isFalse();
        }
    }

    @Test
    void nameEveryRefusal() {
        var messages = new LinliConfiguration().messageSource();
        var reasons = 0;
        for (var type : reasonTypes()) {
            for (var constant : type.getEnumConstants()) {
                var reason = (Refusal.Reason) constant;
                for (var locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
                    assertThat(messages.getMessage(reason.key(), new Object[9], "", locale))
                            .as("%s in %s", reason.key(), locale)
                            .isNotBlank();
                }
                reasons++;
            }
        }
        assertThat(reasons).isPositive();
    }

    private static Stream<Class<?>> scanned() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(
                    org.springframework.beans.factory.annotation.AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isConcrete();
            }
        };
        scanner.addIncludeFilter(new AssignableTypeFilter(Refusal.Reason.class));
        return scanner.findCandidateComponents("org.linli").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(MessagesTests::type);
    }

    private static java.util.List<Class<?>> reasonTypes() {
        return scanned().filter(Class::isEnum).toList();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TreeSet<String> placeholders(String text) {
        var found = new TreeSet<String>();
        for (Matcher matcher = PLACEHOLDER.matcher(text); matcher.find(); ) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Properties load(String file) {
        var properties = new Properties();
        try (var in = MessagesTests.class.getResourceAsStream("/messages/" + file)) {
            assertThat(in).as(file).isNotNull();
            properties.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
