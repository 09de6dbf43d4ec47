package org.linli;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.linli.shared.PersonalHoldings;
import org.linli.shared.RetentionRule;
import org.linli.shared.RetentionRule.Treatment;

/** Writes which personal data the modules hold, on which basis, how long, and the rules that end it. */
final class RetentionPage {

    private RetentionPage() {}

    static String of(List<PersonalHoldings> holdings, List<RetentionRule> rules) {
        var page = new StringBuilder("# Personal data: what is held, and how long\n\n");
        page.append(
                "Every module says it itself (`PersonalHoldings`, `RetentionRule`). A rule binds once it was rehearsed and"
                        + " switched on.\n\n## What is held\n\n| module | kind | legal basis | kept | found by person |\n"
                        + "|---|---|---|---|---|\n");
        page.append(holdings.stream()
                .sorted(Comparator.comparing(module -> module.getClass().getName()))
                .flatMap(module -> module.kinds().stream()
                        .map(kind -> "| %s | %s | %s | %s | %s |\n"
                                .formatted(
                                        module.holder().en(),
                                        kind.names().en(),
                                        kind.basis().en(),
                                        kind.kept().en(),
                                        kind.findable() ? "yes" : "no")))
                .collect(Collectors.joining()));
        page.append("\n## Rules\n\n| rule | data | law | how long | then |\n|---|---|---|---|---|\n");
        page.append(rules.stream()
                .sorted(Comparator.comparing(RetentionRule::key))
                .map(rule -> "| `%s` | %s | %s | %s | %s |\n"
                        .formatted(
                                rule.key(),
                                rule.data().en(),
                                rule.basis().en(),
                                rule.term().en(),
                                rule.treatment() == Treatment.EMPTY ? "values emptied" : "kept"))
                .collect(Collectors.joining()));
        return page.toString();
    }
}
