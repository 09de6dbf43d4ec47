package org.linli.access.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.linli.access.ChainSeal;
import org.linli.access.ledger.ChainReport.Finding;
import org.linli.access.ledger.ChainReport.Kind;

/** One walk along a chain, from the first link to the anchor. */
final class ChainWalk {

    private static final int PAGE = 5000;

    private final SealedChain chain;
    private final ChainRows rows;
    private final Optional<ChainSeal.Anchor> anchor;
    private final ChainRows.Head head;
    private final List<Finding> findings = new ArrayList<>();

    private long sequence;
    private long checked;
    /** Hash of the link before; empty after a gap, where nothing can be compared. */
    private Optional<byte[]> previous;

    ChainWalk(SealedChain chain, ChainRows rows, Optional<ChainSeal.Anchor> anchor) {
        this.chain = chain;
        this.rows = rows;
        this.anchor = anchor;
        // Read after the anchor and before the links, so that a chain that grows meanwhile never looks cut off.
        this.head = rows.head().orElse(new ChainRows.Head(0, new byte[0], 0));
        this.previous = Optional.of(new byte[0]);
    }

    ChainReport report() {
        for (var page = rows.linksAfter(0, PAGE); !page.isEmpty(); page = rows.linksAfter(sequence, PAGE)) {
            page.forEach(this::step);
        }
        checkTail();
        rows.unlinkedBefore(head.transaction()).forEach(id -> findings.add(Finding.of(Kind.INSERTED, 0, id)));
        var waiting = rows.waiting(head.transaction());
        waiting.stream()
                .filter(entry -> !chain.isSound(entry))
                .forEach(entry -> findings.add(Finding.of(Kind.INSERTED, 0, entry.id())));
        return new ChainReport(chain.name(), checked, waiting.size(), findings);
    }

    private void step(ChainRows.Linked linked) {
        var link = linked.link();
        if (link.sequence() > sequence + 1) {
            removed(link.sequence() - 1);
            previous = Optional.empty();
        }
        sequence = link.sequence();
        checked++;
        linked.entry()
                .flatMap(entry -> fault(link, entry))
                .ifPresent(kind -> findings.add(Finding.of(kind, sequence, link.entry())));
        if (linked.entry().isEmpty()) {
            findings.add(Finding.of(Kind.REMOVED, sequence, link.entry()));
        }
        if (anchor.isPresent()
                && anchor.get().sequence() == sequence
                && !anchor.get().hash().equals(SealedChain.hex(link.hash()))) {
            findings.add(Finding.of(Kind.MOVED, sequence, link.entry()));
        }
        previous = Optional.of(link.hash());
    }

    private Optional<Kind> fault(ChainRows.Link link, ChainRows.Entry entry) {
        var asLinked = Arrays.equals(link.hash(), chain.hash(link.sequence(), entry, link.previous(), link.sound()));
        if (!chain.isSound(entry)) {
            return Optional.of(asLinked && !link.sound() ? Kind.INSERTED : Kind.ALTERED);
        }
        var follows = previous.map(hash -> Arrays.equals(hash, link.previous())).orElse(true);
        return asLinked && follows ? Optional.empty() : Optional.of(Kind.MOVED);
    }

    private void checkTail() {
        var reached =
                Math.max(head.sequence(), anchor.map(ChainSeal.Anchor::sequence).orElse(0L));
        if (reached > sequence) {
            removed(reached);
        }
        if (anchor.isEmpty() && reached > 0) {
            findings.add(new Finding(Kind.ANCHOR_LOST, reached, reached, Optional.empty()));
        }
    }

    private void removed(long last) {
        findings.add(new Finding(Kind.REMOVED, sequence + 1, last, Optional.empty()));
    }
}
