package org.linli.access.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.shared.StartRefusal;

class RoleCatalogueTests {

    private static final Set<String> KNOWN =
            Set.of("counter.visit.call", "counter.visit.finish", "counter.paper.print", "access.audit.read");

    private static final String ROLES = """
            clerk:
              zh: 综合窗口
              en: Clerk
              units: [STATION]
            """;

    @Test
    void addsTheWordsOfModulesAndMeansAllWordsOfANounByAStar() {
        var roles = read(ROLES, "clerk: [counter.visit.*]");
        assertThat(roles.get("clerk").words()).containsExactlyInAnyOrder("counter.visit.call", "counter.visit.finish");
    }

    @Test
    void namesTheLineOfAnUnknownWord() {
        assertThatThrownBy(() -> read(ROLES, "clerk:\n  - counter.visit.call\n  - counter.visit.cal"))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("roles/counter.yaml line 3")
                .hasMessageContaining("counter.visit.cal\"");
    }

    @Test
    void namesAllFaultsAtOnce() {
        assertThatThrownBy(() -> read("""
                        clerk:
                          zh: 综合窗口
                          units: [STATION]
                        head:
                          zh: 站长
                          en: Head
                          units: [CASTLE]
                          colour: red
                        """, "porter: [counter.visit.*]\nhead: [nothing.*]"))
                .hasMessageContaining("roles.yaml line 1: role \"clerk\" needs its names")
                .hasMessageContaining("roles.yaml line 7: there is no kind of unit \"CASTLE\"")
                .hasMessageContaining("roles.yaml line 8: a role has no field \"colour\"")
                .hasMessageContaining("roles/counter.yaml line 1: there is no role \"porter\"");
    }

    @Test
    void refusesAFileThatIsNoYaml() {
        assertThatThrownBy(() -> read("clerk: [", "")).hasMessageContaining("roles.yaml line 1");
    }

    private static Map<String, Role> read(String roles, String additions) {
        return new RoleCatalogue(
                        new RoleCatalogue.Source("roles.yaml", roles),
                        List.of(new RoleCatalogue.Source("roles/counter.yaml", additions)),
                        KNOWN)
                .read();
    }
}
