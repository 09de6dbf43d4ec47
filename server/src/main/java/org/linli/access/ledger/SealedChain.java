package org.linli.access.ledger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.linli.access.ChainSeal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** One ledger's chain: seals rows as they are written, chains what was committed, and checks all of it. */
public final class SealedChain {

    private static final Logger LOG = LoggerFactory.getLogger(SealedChain.class);
    private static final int BATCH = 2000;

    private final ChainRows rows;
    private final ChainSeal seal;
    private final TransactionOperations transaction;
    private final AtomicBoolean written = new AtomicBoolean(true);

    public SealedChain(ChainRows rows, ChainSeal seal, TransactionOperations transaction) {
        this.rows = rows;
        this.seal = seal;
        this.transaction = transaction;
    }

    public String name() {
        return rows.table().chain();
    }

    /** The seal of a row about to be written: its identifier and content, in the order of {@link ChainedTable#content}. */
    public byte[] seal(UUID id, List<? extends @Nullable String> content) {
        written.set(true);
        return seal.of(canonical(id, content));
    }

    boolean takeWritten() {
        return written.getAndSet(false);
    }

    /**
     * Chains rows that were committed, at most a batch, and anchors the new head.
     *
     * @return how many; 0 also when another process is at it
     */
    public int extend() {
        var anchor = seal.anchor(name());
        var added = new ArrayList<ChainRows.Link>();
        transaction.executeWithoutResult(
                status -> rows.lockHead().ifPresent(head -> added.addAll(extend(head, anchor))));
        if (!added.isEmpty()) {
            var last = added.getLast();
            seal.anchor(name(), new ChainSeal.Anchor(last.sequence(), hex(last.hash())));
        }
        return added.size();
    }

    private List<ChainRows.Link> extend(ChainRows.Head head, Optional<ChainSeal.Anchor> anchor) {
        var ids = rows.committedAfter(head.transaction(), BATCH);
        if (ids.isEmpty()) {
            return List.of();
        }
        var sequence = head.sequence();
        var previous = head.hash();
        if (anchor.isPresent() && anchor.get().sequence() > sequence) {
            // Someone cut off the tail. Going on from the anchor keeps the gap visible for good.
            LOG.error(
                    "chain {}: rows {} to {} are gone",
                    name(),
                    sequence + 1,
                    anchor.get().sequence());
            sequence = anchor.get().sequence();
            previous = HexFormat.of().parseHex(anchor.get().hash());
        }
        var links = new ArrayList<ChainRows.Link>();
        for (var entry : rows.entries(ids)) {
            var sound = java.util.Arrays.equals(entry.seal(), seal.of(canonical(entry.id(), entry.content())));
            sequence++;
            var hash = hash(sequence, entry, previous, sound);
            links.add(new ChainRows.Link(sequence, entry.id(), previous, hash, sound));
            previous = hash;
        }
        rows.append(links);
        rows.moveHead(new ChainRows.Head(
                sequence, previous, rows.transactionOf(links.getLast().entry())));
        return links;
    }

    /** Walks the whole chain; see {@link ChainReport} for what it may find. */
    public ChainReport verify() {
        return new ChainWalk(this, rows, seal.anchor(name())).report();
    }

    boolean isSound(ChainRows.Entry entry) {
        return java.util.Arrays.equals(entry.seal(), seal.of(canonical(entry.id(), entry.content())));
    }

    byte[] hash(long sequence, ChainRows.Entry entry, byte[] previous, boolean sound) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(sequence);
            out.writeBoolean(sound);
            out.write(previous);
            // The content itself, not its stored seal: a link vouches for what the row said.
            out.write(seal.of(canonical(entry.id(), entry.content())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seal.of(bytes.toByteArray());
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Every part with its length before it, so that no two contents read the same. */
    private byte[] canonical(UUID id, List<? extends @Nullable String> content) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.write(name().getBytes(StandardCharsets.UTF_8));
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
            for (var part : content) {
                if (part == null) {
                    out.writeInt(-1);
                } else {
                    var text = part.getBytes(StandardCharsets.UTF_8);
                    out.writeInt(text.length);
                    out.write(text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
