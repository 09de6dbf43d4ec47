package org.linli.access.ledger;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every chain of the house: those of the ledgers, and those of tables that are chained for another reason. */
@Component
public class Chains {

    private final List<SealedChain> all;

    Chains(List<Ledger> ledgers, ObjectProvider<SealedChain> others) {
        this.all = Stream.concat(ledgers.stream().map(Ledger::chain), others.orderedStream())
                .toList();
    }

    public List<SealedChain> all() {
        return all;
    }
}
