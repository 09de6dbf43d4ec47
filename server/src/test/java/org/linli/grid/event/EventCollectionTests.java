package org.linli.grid.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.casework.CaseworkReason;
import org.linli.grid.GridReason;
import org.linli.shared.Ids;
import org.linli.shared.Point;
import org.linli.sync.contributions.Change;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Events as phones send and hold them. */
@LinliTest
class EventCollectionTests extends GridTests {

    @Autowired
    EventCollection collection;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void makesOneEventOfAReportThatIsReplayed() {
        var change = report(STAIRWELL, somewhere(), Map.of());
        collection.create(worker, change);
        collection.create(worker, change);
        assertThat(jdbc.sql("select count(*) from casework.case_file where subject_id = :id")
                        .param("id", change.entity().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var event = event(change.entity());
        assertThat(event.occurredAt()).contains(change.occurredAt());
        assertThat(event.reportedAt())
                .as("arrival counts, not the phone's clock")
                .isEqualTo(clock.instant());
    }

    @Test
    void refusesAnotherReportUnderTheSameIdentifier() {
        var change = report(STAIRWELL, somewhere(), Map.of());
        collection.create(worker, change);
        var other = new Change(
                UUID.randomUUID(),
                change.entity(),
                change.scope(),
                change.device(),
                change.values(),
                change.base(),
                "",
                Map.of(),
                List.of(),
                change.occurredAt(),
                Optional.empty());
        assertThatThrownBy(() -> collection.create(worker, other)).is(because(GridReason.EVENT_KNOWN));
    }

    @Test
    void closesWhatWasMendedWhileOffline() {
        var change = report(
                STAIRWELL,
                somewhere(),
                Map.of(
                        "selfHandled",
                        Map.of(
                                "note",
                                "已清走",
                                "photos",
                                List.of(UUID.randomUUID().toString()))));
        collection.create(worker, change);
        collection.create(worker, change);
        assertThat(event(change.entity()).handling().onTheSpot()).isTrue();
        assertThat(state(event(change.entity()))).isIn("CLOSED", "FED_BACK");
    }

    @Test
    void takesACommandOnceHoweverOftenItIsSent() {
        var event = fedBack(handling(reported(STAIRWELL)));
        var verify = command(event, "VERIFY", Map.of("decision", "half-fixed", "remaining", "还有一处"));
        inSync(() -> collection.command(colleague, verify));
        inSync(() -> collection.command(colleague, verify));
        assertThat(event(event.id()).handling().checks()).isEqualTo(1);
        assertThat(state(event)).isEqualTo("PARTLY_FIXED");
    }

    @Test
    void refusesACommandThatNoLongerFits() {
        var event = reported(STAIRWELL);
        var feedBack = command(event, "FEED_BACK", Map.of("note", "好了"));
        assertThatThrownBy(() -> inSync(() -> collection.command(worker, feedBack)))
                .is(because(CaseworkReason.NOT_IN_THIS_STATE));
    }

    @Test
    void showsEachReaderWhatIsOpenToThem() {
        var taken = handling(reported(STAIRWELL));
        assertThat(collection.load(worker, List.of(taken.id())).get(taken.id())).containsEntry("task", true);
        var event = fedBack(taken);
        var own = collection.load(worker, List.of(event.id())).get(event.id());
        var others = collection.load(colleague, List.of(event.id())).get(event.id());
        assertThat(actions(own)).doesNotContain("VERIFY");
        assertThat(actions(others)).contains("VERIFY");
        assertThat(own).containsEntry("mine", true).containsEntry("state", "FED_BACK");
        assertThat(others).containsEntry("mine", false);
        assertThat((List<?>) own.get("photos")).hasSize(2);
        assertThat((List<?>) own.get("timeline")).hasSize(5);
    }

    @Test
    void liesInTheScopesOfItsCellItsReporterAndWhoeverHasIt() {
        var event = reported(STAIRWELL);
        assertThat(scopes(event))
                .containsOnlyKeys(
                        "grid:" + event.cell(), "user:" + worker.account().value());
        act(committee, event, "ACCEPT");
        act(
                committee,
                event,
                "DISPATCH",
                "",
                Map.of(
                        "unit",
                        COMMITTEE.value(),
                        "posting",
                        colleague.posting().value().toString()));
        assertThat(scopes(event)).containsEntry("user:" + colleague.account().value(), "P");
        act(colleague, event, "RETURN", "不归我管", Map.of());
        assertThat(scopes(event)).containsEntry("user:" + colleague.account().value(), "R");
        assertThat(scopes(event)).containsEntry("grid:" + event.cell(), "P");
    }

    @Test
    void leavesPhonesLongAfterItEnded() {
        var event = reported(STAIRWELL);
        act(committee, event, "REJECT", "不属实", Map.of());
        jdbc.sql("update grid.event set faded = true where id = :id")
                .param("id", event.id())
                .update();
        assertThat(scopes(event)).containsEntry("grid:" + event.cell(), "R");
    }

    private void inSync(Runnable what) {
        transaction.executeWithoutResult(status -> what.run());
    }

    private Map<String, String> scopes(Event event) {
        var found = new LinkedHashMap<String, String>();
        jdbc.sql("select scope, op from sync.change where etype = 'event' and eid = :id")
                .param("id", event.id())
                .query(row -> {
                    found.put(row.getString(1), row.getString(2));
                });
        return found;
    }

    private static List<String> actions(Map<String, Object> values) {
        return ((List<?>) values.get("actions")).stream().map(Object::toString).toList();
    }

    private Change report(String category, Point at, Map<String, Object> more) {
        var values = new HashMap<String, @Nullable Object>(more);
        var photo = UUID.randomUUID();
        values.put("category", category);
        values.put("level", "NORMAL");
        values.put("description", "楼道里有焦糊味");
        values.put("lon", at.lon());
        values.put("lat", at.lat());
        values.put("accuracy", 12.5);
        values.put("placeText", "2单元4层");
        values.put("photos", List.of(Map.of("id", photo.toString())));
        var cell = areas.locate(at).orElseThrow();
        return new Change(
                UUID.randomUUID(),
                Ids.next(),
                "grid:" + cell,
                Optional.of(UUID.randomUUID()),
                values,
                Map.of(),
                "",
                Map.of(),
                List.of(new Change.Attachment(photo, "0".repeat(64))),
                clock.instant().minusSeconds(7200),
                Optional.empty());
    }

    private Change command(Event event, String command, Map<String, Object> arguments) {
        return new Change(
                UUID.randomUUID(),
                event.id(),
                "grid:" + event.cell(),
                Optional.of(UUID.randomUUID()),
                Map.of(),
                Map.of(),
                command,
                new HashMap<String, @Nullable Object>(arguments),
                List.of(),
                clock.instant(),
                Optional.empty());
    }
}
