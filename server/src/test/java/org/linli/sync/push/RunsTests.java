package org.linli.sync.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.sync.push.MutationForm.Op;
import tools.jackson.databind.node.JsonNodeFactory;

class RunsTests {

    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();

    @Test
    void keepAdditionsAndCorrectionsOfATypeTogether() {
        assertThat(lengths(
                        change(Op.create, "visit", FIRST),
                        change(Op.patch, "visit", SECOND),
                        change(Op.patch, "visit", UUID.randomUUID())))
                .containsExactly(3);
    }

    @Test
    void endAtAnotherChangeOfARecord() {
        assertThat(lengths(
                        change(Op.patch, "person", FIRST),
                        change(Op.patch, "person", SECOND),
                        change(Op.patch, "person", FIRST),
                        change(Op.patch, "person", SECOND)))
                .containsExactly(2, 2);
    }

    @Test
    void leaveCommandsAlone() {
        assertThat(lengths(
                        change(Op.patch, "person", FIRST),
                        change(Op.command, "person", SECOND),
                        change(Op.command, "person", UUID.randomUUID()),
                        change(Op.patch, "person", UUID.randomUUID())))
                .containsExactly(1, 1, 1, 1);
    }

    @Test
    void endWhereTypeOrScopeChanges() {
        assertThat(lengths(
                        change(Op.patch, "person", FIRST),
                        change(Op.patch, "household", SECOND),
                        change("grid:150203001015002", Op.patch, "household", UUID.randomUUID())))
                .containsExactly(1, 1, 1);
    }

    @Test
    void leaveAloneWhatCannotBeRead() {
        var unreadable = new Mutation(
                UUID.randomUUID(), 1, new byte[32], Optional.empty(), JsonNodeFactory.instance.objectNode());
        assertThat(lengths(change(Op.patch, "", FIRST), unreadable, unreadable)).containsExactly(1, 1, 1);
    }

    @Test
    void areNeverLongerThanWhatHoldsUpOthersForABlinkOnly() {
        var batch = new ArrayList<Mutation>();
        for (var n = 0; n < 2 * Runs.LONGEST + 1; n++) {
            batch.add(change(Op.patch, "person", UUID.randomUUID()));
        }
        assertThat(Runs.of(batch)).extracting(List::size).containsExactly(Runs.LONGEST, Runs.LONGEST, 1);
        assertThat(Runs.of(batch).stream().flatMap(List::stream).toList()).isEqualTo(batch);
    }

    private static List<Integer> lengths(Mutation... batch) {
        return Runs.of(List.of(batch)).stream().map(List::size).toList();
    }

    private static Mutation change(Op op, String type, UUID entity) {
        return change("grid:150203001015001", op, type, entity);
    }

    private static Mutation change(String scope, Op op, String type, UUID entity) {
        var id = UUID.randomUUID();
        var form = new MutationForm(
                id, 1, type, entity, op, scope, null, null, null, null, null, null, Instant.EPOCH, null, null);
        return new Mutation(id, 1, new byte[32], Optional.of(form), JsonNodeFactory.instance.objectNode());
    }
}
