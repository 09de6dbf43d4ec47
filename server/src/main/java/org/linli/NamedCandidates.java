package org.linli;

import java.beans.Introspector;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.util.ClassUtils;

/**
 * A class of Linli that is asked for is first looked up under its own name, which its bean has; without this each dependency
 * is compared with the type of every bean there is, which took 0.08 s of a start. What is not found so, an interface for
 * instance, is looked for in the usual way.
 */
final class NamedCandidates extends ContextAnnotationAutowireCandidateResolver {

    private static final String HOUSE = LinliApplication.class.getPackageName() + ".";

    @Override
    public @Nullable String getSuggestedName(DependencyDescriptor descriptor) {
        var qualified = super.getSuggestedName(descriptor);
        var type = descriptor.getDependencyType();
        if (qualified != null || !type.getName().startsWith(HOUSE)) {
            return qualified;
        }
        return Introspector.decapitalize(ClassUtils.getShortName(type));
    }
}
