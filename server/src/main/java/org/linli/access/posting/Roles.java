package org.linli.access.posting;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.access.PermissionWords;
import org.springframework.stereotype.Component;

/** The roles of the catalogue with their words, read once at the start. */
@Component
public final class Roles {

    private final Map<String, Role> roles;
    private final List<PermissionWords.Word> words;

    Roles(List<PermissionWords> modules) {
        this.words = modules.stream().flatMap(module -> module.words().stream()).toList();
        this.roles = RoleCatalogue.fromClasspath(words).read();
    }

    public Optional<Role> find(String key) {
        return Optional.ofNullable(roles.get(key));
    }

    /** The words of a role; none for a role that no longer exists. */
    public Set<String> wordsOf(String key) {
        return find(key).map(Role::words).orElse(Set.of());
    }

    public boolean isAdministrator(String key) {
        return find(key).filter(Role::administrator).isPresent();
    }

    public Collection<Role> all() {
        return roles.values();
    }

    public List<PermissionWords.Word> words() {
        return words;
    }
}
