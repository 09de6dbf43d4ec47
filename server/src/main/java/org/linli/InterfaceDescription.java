package org.linli;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Describes the HTTP interface (OpenAPI) so that the types the web generates from it are exact: what a record always has
 * is required, what is {@code @Nullable} or {@code Optional} may be missing, and no two types share a name.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("springdoc.api-docs.enabled")
class InterfaceDescription {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Acting.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI().info(new Info().title("Linli").version("0.1")).servers(List.of(new Server().url("/")));
    }

    @Bean
    ModelResolver modelResolver(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new UniqueNames());
    }

    @Bean
    RequiredComponents requiredComponents() {
        return new RequiredComponents();
    }

    /** Marks the components of a record as required unless they may be null or empty. */
    static final class RequiredComponents implements ModelConverter {

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            if (!chain.hasNext()) {
                return null;
            }
            var raw = rawClassOf(type);
            if (raw == Object.class) {
                // Anything at all, such as an answer in an item's form; "object" would mean a structure.
                return new Schema<>();
            }
            var resolved = chain.next().resolve(type, context, chain);
            if (resolved != null && raw != null && raw.isRecord()) {
                mark(raw, described(resolved, context));
            }
            return resolved;
        }

        private static @Nullable Class<?> rawClassOf(AnnotatedType type) {
            if (type.getType() instanceof JavaType java) {
                return java.getRawClass();
            }
            return type.getType() == null
                    ? null
                    : TypeFactory.defaultInstance()
                            .constructType(type.getType())
                            .getRawClass();
        }

        private static @Nullable Schema<?> described(Schema<?> resolved, ModelConverterContext context) {
            if (resolved.get$ref() == null) {
                return resolved;
            }
            var name = resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1);
            return context.getDefinedModels().get(name);
        }

        private static void mark(Class<?> record, @Nullable Schema<?> schema) {
            if (schema == null || schema.getProperties() == null) {
                return;
            }
            Map<String, ?> properties = schema.getProperties();
            List<String> always = Arrays.stream(record.getRecordComponents())
                    .filter(component -> !mayBeMissing(component))
                    .map(RecordComponent::getName)
                    .filter(properties::containsKey)
                    .toList();
            schema.setRequired(always);
        }

        private static boolean mayBeMissing(RecordComponent component) {
            return component.getType() == Optional.class
                    || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        }
    }

    /** A nested type is called by its outer type too; a name taken by another class gets its package in front. */
    static final class UniqueNames extends TypeNameResolver {

        private final Map<String, Class<?>> taken = new ConcurrentHashMap<>();

        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            var name = chained(type);
            var holder = taken.putIfAbsent(name, type);
            return holder == null || holder == type ? name : packageWord(type) + name;
        }

        private static String chained(Class<?> type) {
            var outer = type.getEnclosingClass();
            return outer == null ? type.getSimpleName() : chained(outer) + type.getSimpleName();
        }

        private static String packageWord(Class<?> type) {
            var word = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
            return Character.toUpperCase(word.charAt(0)) + word.substring(1);
        }
    }
}
