package org.linli.access.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.ChainSeal;
import org.linli.testing.Chains;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows are changed behind the program's back with plain SQL; the walk names exactly those. */
@LinliTest
class SealedChainTests {

    private static final AtomicInteger TABLES = new AtomicInteger();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final MemorySeal seal = new MemorySeal();
    private String table = "";
    private SealedChain chain;

    @BeforeEach
    void aFreshLedger() {
        table = "ledger_test.note_" + (char) ('a' + TABLES.getAndIncrement());
        jdbc.sql("create schema if not exists ledger_test").update();
        jdbc.sql(
                        "create table %s (id uuid primary key, tx xid8 not null default pg_current_xact_id(), word text, seal bytea)"
                                .formatted(table))
                .update();
        jdbc.sql(
                        "create table %s_link (sequence bigint primary key, entry_id uuid unique, previous bytea, hash bytea, sound boolean)"
                                .formatted(table))
                .update();
        jdbc.sql("create table %s_head (sequence bigint, hash bytea, tx xid8)".formatted(table))
                .update();
        jdbc.sql("insert into %s_head values (0, '', '0')".formatted(table)).update();
        chain = new SealedChain(
                new ChainRows(jdbc, new ChainedTable("test", table, List.of("e.word"))),
                seal,
                new TransactionTemplate(transactions));
    }

    @Test
    void findsNothingInAChainNobodyTouched() {
        write(5);
        Chains.extendWhole(chain);
        write(3);
        Chains.extendWhole(chain);
        var report = chain.verify();
        assertThat(report.intact()).as("%s", report.findings()).isTrue();
        assertThat(report.rows()).isEqualTo(8);
        assertThat(report.waiting()).isZero();
    }

    @Test
    void namesTheRowWhoseContentWasAltered() {
        write(5);
        Chains.extendWhole(chain);
        var victim = rowAt(3);
        jdbc.sql("update %s set word = 'something else' where id = :id".formatted(table))
                .param("id", victim)
                .update();
        assertThat(findings()).containsExactly("row 3: ALTERED (" + victim + ")");
    }

    @Test
    void namesTheRowThatWasRemovedFromTheMiddle() {
        write(5);
        Chains.extendWhole(chain);
        var victim = rowAt(2);
        jdbc.sql("delete from %s where id = :id".formatted(table))
                .param("id", victim)
                .update();
        assertThat(findings()).containsExactly("row 2: REMOVED (" + victim + ")");
    }

    @Test
    void namesTheGapWhenRowAndLinkAreRemovedTogether() {
        write(5);
        Chains.extendWhole(chain);
        removeWithLink(2);
        removeWithLink(3);
        assertThat(findings()).containsExactly("rows 2 to 3: REMOVED");
    }

    @Test
    void noticesThatTheLastRowsWereCutOffEvenWhenTheHeadIsSetBack() {
        write(5);
        Chains.extendWhole(chain);
        var hash = jdbc.sql("select hash from %s_link where sequence = 3".formatted(table))
                .query(byte[].class)
                .single();
        removeWithLink(5);
        removeWithLink(4);
        jdbc.sql("update %s_head set sequence = 3, hash = :hash".formatted(table))
                .param("hash", hash)
                .update();
        assertThat(findings()).containsExactly("rows 4 to 5: REMOVED");
    }

    @Test
    void keepsTheGapVisibleWhenTheChainGrowsOnAfterACut() {
        write(5);
        Chains.extendWhole(chain);
        removeWithLink(5);
        jdbc.sql("""
                        update %1$s_head set sequence = 4, hash = (select hash from %1$s_link where sequence = 4)
                        """.formatted(table)).update();
        write(2);
        Chains.extendWhole(chain);
        assertThat(findings()).containsExactly("row 5: REMOVED");
        assertThat(chain.verify().rows()).isEqualTo(6);
    }

    @Test
    void namesARowThatWasPutThereByHand() {
        write(2);
        var forged = UUID.randomUUID();
        jdbc.sql("insert into %s (id, word, seal) values (:id, 'forged', '\\x00')".formatted(table))
                .param("id", forged)
                .update();
        write(2);
        Chains.extendWhole(chain);
        assertThat(findings()).containsExactly("row 3: INSERTED (" + forged + ")");
    }

    @Test
    void namesARowThatWasSlippedInAmongOldOnes() {
        write(3);
        Chains.extendWhole(chain);
        write(1);
        Chains.extendWhole(chain);
        var forged = UUID.randomUUID();
        jdbc.sql("insert into %1$s (id, word, seal, tx) select :id, word, seal, '1' from %1$s limit 1".formatted(table))
                .param("id", forged)
                .update();
        Chains.extendWhole(chain);
        assertThat(findings()).containsExactly("outside the chain: INSERTED (" + forged + ")");
    }

    @Test
    void namesRowsThatChangedPlaces() {
        write(4);
        Chains.extendWhole(chain);
        var second = rowAt(2);
        var third = rowAt(3);
        jdbc.sql("""
                        update %s_link set entry_id = case sequence when 2 then :none else entry_id end
                        """.formatted(table)).param("none", UUID.randomUUID()).update();
        place(3, second);
        place(2, third);
        assertThat(findings()).containsExactly("row 2: MOVED (" + third + ")", "row 3: MOVED (" + second + ")");
    }

    @Test
    void noticesALostAnchor() {
        write(2);
        Chains.extendWhole(chain);
        seal.anchors.clear();
        assertThat(findings()).containsExactly("row 2: ANCHOR_LOST");
    }

    @Test
    void chainsRowsOfAnOpenTransactionOnlyOnceItEnds() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            write(1);
            assertThat(CompletableFuture.supplyAsync(chain::extend).join()).isZero();
        });
        Chains.extendWhole(chain);
        assertThat(chain.verify().rows()).isEqualTo(1);
    }

    private List<String> findings() {
        return chain.verify().findings().stream().map(Object::toString).toList();
    }

    private void write(int howMany) {
        for (var i = 0; i < howMany; i++) {
            var id = org.linli.shared.Ids.next();
            var word = "word " + i;
            jdbc.sql("insert into %s (id, word, seal) values (:id, :word, :seal)".formatted(table))
                    .param("id", id)
                    .param("word", word)
                    .param("seal", chain.seal(id, List.of(word)))
                    .update();
        }
    }

    private UUID rowAt(long sequence) {
        return jdbc.sql("select entry_id from %s_link where sequence = :sequence".formatted(table))
                .param("sequence", sequence)
                .query(UUID.class)
                .single();
    }

    private void removeWithLink(long sequence) {
        jdbc.sql("delete from %s where id = :id".formatted(table))
                .param("id", rowAt(sequence))
                .update();
        jdbc.sql("delete from %s_link where sequence = :sequence".formatted(table))
                .param("sequence", sequence)
                .update();
    }

    private void place(long sequence, UUID row) {
        jdbc.sql("update %s_link set entry_id = :row where sequence = :sequence".formatted(table))
                .param("row", row)
                .param("sequence", sequence)
                .update();
    }

    /** The keystore's part, kept in memory. */
    private static final class MemorySeal implements ChainSeal {

        private final Map<String, Anchor> anchors = new HashMap<>();

        @Override
        public byte[] of(byte[] content) {
            var mac = new HMac(new SM3Digest());
            mac.init(new KeyParameter(new byte[32]));
            mac.update(content, 0, content.length);
            var code = new byte[mac.getMacSize()];
            mac.doFinal(code, 0);
            return code;
        }

        @Override
        public void anchor(String chain, Anchor head) {
            anchors.put(chain, head);
        }

        @Override
        public Optional<Anchor> anchor(String chain) {
            return Optional.ofNullable(anchors.get(chain));
        }
    }
}
