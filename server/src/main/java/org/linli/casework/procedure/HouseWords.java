package org.linli.casework.procedure;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.access.Acting;
import org.linli.casework.CaseEffect;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The roles of this house's postings, and the effects its modules offer. */
@Component
class HouseWords implements KnownWords {

    private static final String ROLES = "catalogue/roles.yaml";

    private final Set<String> roles;
    private final ObjectProvider<CaseEffect> effects;

    HouseWords(ObjectProvider<CaseEffect> effects) {
        this.roles = roles();
        this.effects = effects;
    }

    @Override
    public boolean isRole(String word) {
        return roles.contains(word);
    }

    @Override
    public boolean isEffect(String word) {
        return effects.stream().anyMatch(effect -> effect.code().equals(word));
    }

    private static Set<String> roles() {
        try (var file = new ClassPathResource(ROLES).getInputStream()) {
            var root = new Yaml().compose(new InputStreamReader(file, StandardCharsets.UTF_8));
            return Stream.concat(Stream.of(Acting.SYSTEM_ROLE), keys(root)).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> keys(Node root) {
        return root instanceof MappingNode map
                ? map.getValue().stream().map(entry -> ((ScalarNode) entry.getKeyNode()).getValue())
                : Stream.empty();
    }
}
