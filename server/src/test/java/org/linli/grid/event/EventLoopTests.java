package org.linli.grid.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.area.UnitCode;
import org.linli.casework.CaseSubject;
import org.linli.casework.Cases;
import org.linli.casework.CaseworkReason;
import org.linli.casework.OpenCase;
import org.linli.grid.GridReason;
import org.linli.grid.event.Event.Grade;
import org.linli.grid.event.Event.Rank;
import org.linli.grid.event.Event.Verdict;
import org.linli.grid.event.Photo.Stage;
import org.linli.shared.Names;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The loop of an event, from report to appraisal. */
@LinliTest
class EventLoopTests extends GridTests {

    @Autowired
    Cases cases;

    @Autowired
    EventQueries queries;

    @Autowired
    Sampling sampling;

    @Test
    void runsFromReportToAppraisal() {
        var event = reported(STAIRWELL);
        assertThat(event.standing().state()).isEqualTo("REPORTED");
        assertThat(event.standing().unit()).isEqualTo(COMMITTEE);
        assertThat(event.standing().due()).isPresent();

        var taken = handling(event);
        assertThat(taken.standing().state()).isEqualTo("HANDLING");
        assertThat(taken.standing().assignee()).contains(worker.posting());
        assertThat(taken.standing().task()).contains(worker.account().value());

        assertThat(fedBack(event).standing().state()).isEqualTo("FED_BACK");
        var found = verified(event, "fixed");
        assertThat(found.standing().state()).isEqualTo("VERIFIED");
        assertThat(found.handling().verdict()).contains(Verdict.FIXED);
        assertThat(found.handling().inTime()).contains(true);
        assertThat(found.standing().due()).isEmpty();

        act(dispatcher, event, "APPRAISE", "", Map.of("decision", "good"));
        var closed = event(event.id());
        assertThat(closed.standing().state()).isEqualTo("CLOSED");
        assertThat(closed.standing().ended()).isTrue();
        assertThat(closed.handling().grade()).contains(Grade.GOOD);
    }

    @Test
    void refusesThatTheHandlerVerifies() {
        var event = fedBack(handling(reported(STAIRWELL)));
        assertThatThrownBy(() -> act(worker, event, "VERIFY", "", Map.of("decision", "fixed")))
                .is(because(CaseworkReason.HANDLER_CANNOT_VERIFY));
        assertThat(state(event)).isEqualTo("FED_BACK");
    }

    @Test
    void refusesWhoeverIsElsewhereOrHasNotTheRole() {
        var event = reported(STAIRWELL);
        var elsewhere = at("committee-clerk", UnitCode.of("CO-150203001016"), "150203001016");
        assertThatThrownBy(() -> act(elsewhere, event, "ACCEPT")).is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
        assertThatThrownBy(() -> act(worker, event, "ACCEPT")).is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
        act(committee, event, "ACCEPT");
        act(committee, event, "DISPATCH", "", Map.of("unit", "DEPT-ZJ"));
        assertThatThrownBy(() -> act(worker, event, "TAKE")).is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
    }

    @Test
    void answersARepeatedRequestWithTheFirstResult() {
        var report = report(STAIRWELL, somewhere());
        var first = reporting.report(worker, report);
        assertThat(reporting.report(worker, report)).isEqualTo(first);

        var key = UUID.randomUUID().toString();
        var once = acts.act(committee, ActOnEvent.of(first, "ACCEPT", key));
        var twice = acts.act(committee, ActOnEvent.of(first, "ACCEPT", key));
        assertThat(twice).isEqualTo(once);
    }

    @Test
    void refusesAStalePage() {
        var event = reported(STAIRWELL);
        act(committee, event, "ACCEPT");
        var stale = ActOnEvent.of(event.id(), "DISPATCH", UUID.randomUUID().toString())
                .with("unit", COMMITTEE.value())
                .seen(1);
        assertThatThrownBy(() -> acts.act(committee, stale)).is(because(CaseworkReason.STALE_REVISION));
    }

    @Test
    void keepsWhatIsHalfFixedOpenWithItsClockGoingOn() {
        var event = fedBack(handling(reported(STAIRWELL)));
        var due = event.standing().due().orElseThrow();
        clock.tick(Duration.ofHours(2));
        var half = verified(event, "half-fixed");
        assertThat(half.standing().state()).isEqualTo("PARTLY_FIXED");
        assertThat(half.standing().due()).contains(due);
        assertThat(half.handling().remaining()).isEqualTo("扶手还没有修好");
        assertThat(half.standing().ended()).isFalse();
        assertThat(half.standing().assignee())
                .as("it goes back to whoever handled it")
                .contains(worker.posting());

        var again = verified(fedBack(half), "fixed");
        assertThat(again.standing().state()).isEqualTo("VERIFIED");
        assertThat(again.handling().remaining()).isEmpty();
        assertThat(again.handling().checks()).isEqualTo(2);
    }

    @Test
    void sendsBackWhatIsNotFixed() {
        var event = verified(fedBack(handling(reported(STAIRWELL))), "not-fixed");
        assertThat(event.standing().state()).isEqualTo("HANDLING");
        assertThat(event.handling().reworks()).isEqualTo(1);
        assertThat(queries.checks(event.id())).singleElement().satisfies(check -> {
            assertThat(check.verdict()).isEqualTo(Verdict.NOT_FIXED);
            assertThat(check.remaining()).isEqualTo("扶手还没有修好");
        });
    }

    @Test
    void saysWhatRemainsOrIsRefused() {
        var event = fedBack(handling(reported(STAIRWELL)));
        assertThatThrownBy(() -> act(colleague, event, "VERIFY", "", Map.of("decision", "half-fixed")))
                .is(because(GridReason.REMAINING_MISSING));
        assertThatThrownBy(() -> act(colleague, event, "VERIFY", "", Map.of("decision", "maybe")))
                .is(because(GridReason.UNKNOWN_VERDICT));
    }

    @Test
    void comparesPhotosOfBeforeAndAfter() {
        var event = handling(reported(STAIRWELL));
        assertThatThrownBy(() -> act(worker, event, "FEED_BACK", "已清理", Map.of()))
                .is(because(GridReason.PHOTO_MISSING));
        var done = fedBack(event);
        verified(done, "fixed");
        var taken = photos.of(List.of(event.id())).get(event.id());
        assertThat(queries.checks(event.id())).singleElement().satisfies(check -> {
            assertThat(check.before()).hasSize(1).allMatch(id -> stage(taken, id) == Stage.BEFORE);
            assertThat(check.after()).hasSize(1).allMatch(id -> stage(taken, id) == Stage.AFTER);
        });
    }

    @Test
    void findsNothingFixedWithoutAPhotoOfBefore() {
        var bare = report(STAIRWELL, somewhere());
        var event = event(reporting.report(worker, withoutPhotos(bare)));
        var done = fedBack(handling(event));
        assertThatThrownBy(() -> act(colleague, done, "VERIFY", "", Map.of("decision", "fixed")))
                .is(because(GridReason.NOTHING_TO_COMPARE));
    }

    @Test
    void closesASmallThingThatWasMendedOnTheSpot() {
        var sampled = 0;
        for (var n = 0; n < 12; n++) {
            var report = onTheSpot(report(STAIRWELL, somewhere()), photo(Stage.AFTER));
            var event = event(reporting.report(worker, report));
            var draws = sampling.draws(event.id());
            assertThat(event.standing().state()).isEqualTo(draws ? "FED_BACK" : "CLOSED");
            assertThat(event.handling().onTheSpot()).isTrue();
            if (draws) {
                sampled++;
                assertThatThrownBy(() -> act(worker, event, "VERIFY", "", Map.of("decision", "fixed")))
                        .is(because(CaseworkReason.HANDLER_CANNOT_VERIFY));
                assertThat(verified(event, "fixed").standing().state()).isEqualTo("VERIFIED");
            }
        }
        assertThat(sampled).isBetween(0, 11);
    }

    @Test
    void mendsNothingOnTheSpotThatMustBeSeenByOthers() {
        assertThatThrownBy(() -> reporting.report(worker, onTheSpot(report("0305", somewhere()), photo(Stage.AFTER))))
                .is(because(GridReason.NOT_ON_THE_SPOT));
        assertThatThrownBy(() -> reporting.report(worker, onTheSpot(report(STAIRWELL, somewhere()))))
                .is(because(GridReason.PHOTO_MISSING));
    }

    @Test
    void escalatesOneLevelAtATime() {
        var event = reported(NEIGHBOURS);
        act(worker, event, "ESCALATE", "调解不成", Map.of());
        assertThat(event(event.id()).rank()).isEqualTo(Rank.SUB_DISTRICT);
        assertThat(event(event.id()).standing().unit()).isEqualTo(SUB_DISTRICT);
        act(dispatcher, event, "ESCALATE", "需区里协调", Map.of());
        assertThat(event(event.id()).rank()).isEqualTo(Rank.DISTRICT);
        assertThat(event(event.id()).standing().unit()).isEqualTo(UnitCode.of("DG-150203"));
        assertThatThrownBy(() -> act(dispatcher, event, "ESCALATE", "再上报", Map.of()))
                .is(because(GridReason.AT_THE_TOP));
    }

    @Test
    void extendsOnceAndBySomebodyElse() {
        var event = handling(reported(NEIGHBOURS));
        var due = event.standing().due().orElseThrow();
        act(worker, event, "extend", "当事人出差", Map.of("amount", 2));
        act(dispatcher, event, "approve-extension", "同意", Map.of());
        assertThat(event(event.id()).standing().due().orElseThrow()).isAfter(due);
        assertThatThrownBy(() -> act(worker, event, "extend", "再延", Map.of("amount", 2)))
                .is(because(CaseworkReason.NOT_YOURS_TO_TAKE));
    }

    @Test
    void suspendsWithLeaveOfSomebodyElseAndGoesOn() {
        var event = handling(reported(NEIGHBOURS));
        act(worker, event, "ASK_SUSPENSION", "须等供热季结束", Map.of());
        assertThat(event(event.id()).handling().suspensionAskedBy())
                .contains(worker.account().value());
        act(lead, event, "SUSPEND", "同意", Map.of("reason", "OTHER_BODY"));
        var suspended = event(event.id());
        assertThat(suspended.standing().state()).isEqualTo("SUSPENDED");
        assertThat(suspended.standing().due()).isEmpty();
        clock.tick(Duration.ofDays(20));
        act(worker, event, "RESUME");
        var resumed = event(event.id());
        assertThat(resumed.standing().state()).isEqualTo("HANDLING");
        assertThat(resumed.standing().due().orElseThrow()).isAfter(clock.instant());
        assertThat(resumed.handling().suspensionAskedBy()).isEmpty();
    }

    @Test
    void doesNotSuspendWhatOneAskedForOneself() {
        var event = reported(NEIGHBOURS);
        act(committee, event, "ACCEPT");
        act(committee, event, "DISPATCH", "", Map.of("unit", SUB_DISTRICT.value()));
        act(lead, event, "TAKE");
        act(lead, event, "ASK_SUSPENSION", "须等资金", Map.of());
        assertThatThrownBy(() -> act(lead, event, "SUSPEND", "同意", Map.of("reason", "TENDER")))
                .is(because(GridReason.ANOTHER_DECIDES));
    }

    @Test
    void answersEachOfJoinedReports() {
        var spot = somewhere();
        var first = event(reporting.report(worker, report(STAIRWELL, spot)));
        var second = event(reporting.report(colleague, report(STAIRWELL, spot)));
        assertThat(queries.near(second, 100)).extracting(Event::id).contains(first.id());
        act(dispatcher, second, "join", "同一处", Map.of("into", first.id().toString()));
        assertThat(event(second.id()).joinedInto()).contains(first.id());
        assertThat(event(second.id()).standing().hold()).contains("JOINED");
        assertThatThrownBy(() -> act(committee, second, "ACCEPT")).is(because(CaseworkReason.ON_HOLD));

        verified(fedBack(handling(first)), "fixed");
        act(dispatcher, first, "APPRAISE", "", Map.of("decision", "fair"));
        var answered = event(second.id());
        assertThat(answered.standing().state()).isEqualTo("CLOSED");
        assertThat(answered.joinedInto()).contains(first.id());
        assertThat(answered.reporter().account()).isEqualTo(colleague.account().value());
    }

    @Test
    void letsAJoinedReportGoOnWhenTheOtherCameToNothing() {
        var spot = somewhere();
        var first = event(reporting.report(worker, report(STAIRWELL, spot)));
        var second = event(reporting.report(colleague, report(STAIRWELL, spot)));
        act(dispatcher, second, "join", "同一处", Map.of("into", first.id().toString()));
        act(committee, first, "REJECT", "不属实", Map.of());
        assertThat(state(second)).isEqualTo("REPORTED");
        assertThat(event(second.id()).standing().hold()).isEmpty();
        assertThat(event(second.id()).joinedInto()).isEmpty();
        assertThatThrownBy(() -> act(dispatcher, second, "ANSWER_JOINED", "不属实", Map.of()))
                .is(because(GridReason.NOT_JOINED));
    }

    @Test
    void closesNothingAsJoinedThatIsNot() {
        var event = reported(STAIRWELL);
        assertThatThrownBy(() -> act(dispatcher, event, "ANSWER_JOINED", "随意结案", Map.of()))
                .is(because(GridReason.NOT_JOINED));
    }

    @Test
    void opensATaskForTheCauseWithTheThirdEventAtOneSpot() {
        var spot = somewhere();
        accepted("1106", spot);
        accepted("1106", new org.linli.shared.Point(spot.lon() + 0.0002, spot.lat()));
        assertThat(causesAt(spot, "1106")).isZero();
        accepted("1106", new org.linli.shared.Point(spot.lon(), spot.lat() + 0.0002));
        assertThat(causesAt(spot, "1106")).isEqualTo(1);
        accepted("1106", spot);
        assertThat(causesAt(spot, "1106")).as("one task while it is open").isEqualTo(1);
    }

    @Test
    void countsNeitherWhatIsFarNorWhatIsLongAgo() {
        var spot = somewhere();
        accepted("1102", spot);
        accepted("1102", farFrom(spot));
        accepted("1102", spot);
        assertThat(causesAt(spot, "1102")).isZero();
        clock.tick(Duration.ofDays(91));
        accepted("1102", spot);
        assertThat(causesAt(spot, "1102")).isZero();
    }

    @Test
    void linksWhatCameBackToTheFirst() {
        var first = reported(STAIRWELL);
        assertThatThrownBy(() -> reporting.report(worker, reopening(first))).is(because(GridReason.NOT_ENDED));
        act(committee, first, "REJECT", "不属实", Map.of());
        var again = event(reporting.report(worker, reopening(first)));
        assertThat(again.reopens()).contains(first.id());
    }

    @Test
    void takesInWhatAnotherModuleOpened() {
        var receipt = cases.open(
                org.linli.access.Acting.system("residents"),
                new OpenCase(
                        Event.PROCEDURE,
                        Names.of("居民反映井盖松动", "Loose manhole cover"),
                        new CaseSubject("residents.report", UUID.randomUUID().toString()),
                        areas.within(COMMUNITY).getFirst().code(),
                        COMMITTEE,
                        Optional.empty(),
                        Map.of("category", "1001", "lon", 109.83, "lat", 40.65),
                        Optional.empty(),
                        Optional.empty(),
                        UUID.randomUUID().toString()));
        var event = rows.ofCase(receipt.id()).orElseThrow();
        assertThat(event.category()).isEqualTo("1001");
        assertThat(event.source()).isEqualTo(Event.Source.CASE);
        act(committee, event, "ACCEPT");
        assertThat(state(event)).isEqualTo("ACCEPTED");
    }

    @Test
    void followsWhatIsDoneOnTheGeneralCasePage() {
        var event = reported(STAIRWELL);
        cases.act(
                committee,
                new org.linli.casework.ActOnCase(
                        event.caseId(),
                        1,
                        "claim",
                        "",
                        Map.of(),
                        UUID.randomUUID().toString()));
        var claimed = event(event.id());
        assertThat(claimed.standing().assignee()).contains(committee.posting());
        assertThat(claimed.standing().revision()).isEqualTo(2);
    }

    private ReportEvent reopening(Event former) {
        var report = report(STAIRWELL, somewhere());
        return new ReportEvent(
                report.id(),
                report.requestKey(),
                report.source(),
                report.category(),
                report.level(),
                report.description(),
                report.place(),
                report.at(),
                report.accuracy(),
                report.cell(),
                report.occurredAt(),
                report.visit(),
                Optional.of(former.id()),
                report.photos(),
                Optional.empty());
    }

    private static ReportEvent withoutPhotos(ReportEvent report) {
        return new ReportEvent(
                report.id(),
                report.requestKey(),
                report.source(),
                report.category(),
                report.level(),
                report.description(),
                report.place(),
                report.at(),
                report.accuracy(),
                report.cell(),
                report.occurredAt(),
                report.visit(),
                report.reopens(),
                List.of(),
                Optional.empty());
    }

    private void accepted(String category, org.linli.shared.Point at) {
        act(committee, event(reporting.report(worker, report(category, at))), "ACCEPT");
    }

    private int causesAt(org.linli.shared.Point at, String category) {
        return jdbc.sql("""
                        select count(*) from grid.cause
                        where category = :category and abs(lat - :lat) < 0.0006 and abs(lon - :lon) < 0.0008
                        """)
                .param("category", category)
                .param("lat", at.lat())
                .param("lon", at.lon())
                .query(Integer.class)
                .single();
    }

    private static Stage stage(List<Photo> taken, UUID id) {
        return taken.stream()
                .filter(photo -> photo.id().equals(id))
                .findFirst()
                .orElseThrow()
                .stage();
    }
}
