package org.linli.sync.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.shared.Refusal;
import org.linli.sync.SyncReason;
import org.linli.sync.contributions.MergeUnit;
import org.linli.sync.contributions.MergeUnit.Policy;
import org.linli.sync.contributions.SameValue;
import org.linli.sync.push.MutationForm.FieldChange;

class MergeTests {

    private static final List<MergeUnit> UNITS = List.of(
            MergeUnit.of("identity", Policy.REVIEW, "name", "birth"),
            MergeUnit.of("work", Policy.LATER_ARRIVAL, "job", "employer"),
            MergeUnit.of("labels", Policy.UNION, "labels"),
            MergeUnit.of("log", Policy.APPEND, "log"));

    private final Map<String, Object> stands = new HashMap<>(Map.of("name", "李勇", "birth", "1980-01-01", "job", "司机"));

    @Test
    void takesWhatNobodyElseChanged() {
        var merge = merge(Map.of("name", change("李勇", "李永"), "birth", change("1980-01-01", "1980-01-01")));
        assertThat(merge.values()).isEqualTo(Map.of("name", "李永"));
        assertThat(merge.reviews()).isEmpty();
        assertThat(merge.met()).isFalse();
    }

    @Test
    void needsNothingWhereItStandsAsWanted() {
        var merge = merge(Map.of("name", change("李用", "李勇"), "birth", change("1980-01-01", "1980-01-01")));
        assertThat(merge.values()).isEmpty();
        assertThat(merge.reviews()).isEmpty();
        assertThat(merge.met()).isTrue();
    }

    @Test
    void sendsTheWholeUnitToReviewAndAppliesTheOthers() {
        var merge = merge(Map.of(
                "name", change("李用", "李永"),
                "birth", change("1980-01-01", "1981-01-01"),
                "job", change("司机", "教师"),
                "employer", change(null, null)));
        assertThat(merge.reviews()).containsOnlyKeys("identity");
        assertThat(merge.reviews().get("identity")).containsOnlyKeys("name", "birth");
        assertThat(merge.values()).isEqualTo(Map.of("job", "教师"));
    }

    @Test
    void makesNoUnitOfTwoPeoplesAnswers() {
        // Somebody else renamed the person; the phone only corrects the birth date of whom it knew.
        var merge = merge(Map.of("name", change("李用", "李用"), "birth", change("1980-01-01", "1981-01-01")));
        assertThat(merge.values()).isEmpty();
        assertThat(merge.reviews()).containsOnlyKeys("identity");
    }

    @Test
    void suspectsWhatTheArrivedPatchDoesNotNameOnARecordThatMovedOn() {
        var half = Map.of("birth", change("1980-01-01", "1981-01-01"));
        assertThat(merge(half).values()).containsOnlyKeys("birth");
        assertThat(Merge.of(half, standings(true, Set.of())).reviews()).containsOnlyKeys("identity");
    }

    @Test
    void takesTheWholeUnitOfWhatArrivesLater() {
        stands.put("employer", "公交公司");
        var merge = merge(Map.of("job", change("司机", "教师"), "employer", change(null, null)));
        assertThat(merge.values()).containsEntry("job", "教师").containsEntry("employer", null);
        assertThat(merge.met()).isTrue();
    }

    @Test
    void joinsSetsAndAppendsToLists() {
        // 残疾 was taken away by somebody else, 低保 by the phone.
        stands.put("labels", List.of("低保", "独居"));
        stands.put("log", List.of("a", "b"));
        var merge = merge(Map.of(
                "labels", change(List.of("低保", "残疾"), List.of("残疾", "新居民")),
                "log", change(List.of("a"), List.of("a", "c"))));
        assertThat(merge.values()).isEqualTo(Map.of("labels", List.of("独居", "新居民"), "log", List.of("a", "b", "c")));
    }

    @Test
    void joinsTheCaseOfAUnitThatIsUnderReview() {
        var clean = Map.of("name", change("李勇", "李永"), "birth", change("1980-01-01", "1980-01-01"));
        assertThat(Merge.of(clean, standings(false, Set.of("identity"))).reviews())
                .containsOnlyKeys("identity");
        assertThat(Merge.of(clean, standings(false, Set.of("work"))).reviews()).isEmpty();
    }

    @Test
    void refusesFieldsOfNoUnit() {
        assertThatThrownBy(() -> merge(Map.of("blood", change(null, "A"))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(SyncReason.UNKNOWN_FIELD));
    }

    @Test
    void takesNothingNullAndEmptyForOne() {
        stands.remove("job");
        assertThat(merge(Map.of("job", change("", "教师"), "employer", change(null, "")))
                        .values())
                .isEqualTo(Map.of("job", "教师"));
        assertThat(SameValue.of(1, 1.0)).isTrue();
        assertThat(SameValue.of(List.of(1), List.of(1L))).isTrue();
        assertThat(SameValue.of("1", true)).isFalse();
    }

    /** Edits of different units give the same record in both orders; an edit of what stands is always taken. */
    @Test
    void doesNotDependOnTheOrderOfEditsOfDifferentUnits() {
        var seed = System.nanoTime();
        System.out.println("seed of the merges: " + seed);
        var random = new Random(seed);
        for (var n = 0; n < 500; n++) {
            var start = new HashMap<String, Object>(Map.of(
                    "name", "n" + random.nextInt(3), "birth", "b", "job", "j" + random.nextInt(3), "log", List.of()));
            var one = patchOf(start, UNITS.get(random.nextInt(2)), random);
            var other = patchOf(start, UNITS.get(2 + random.nextInt(2)), random);
            assertThat(applied(applied(start, one), other)).isEqualTo(applied(applied(start, other), one));
            var alone = applied(start, one);
            one.forEach((field, change) -> assertThat(SameValue.of(alone.get(field), change.to()))
                    .as("base is what stands, so %s is taken", field)
                    .isTrue());
        }
    }

    private static Map<String, FieldChange> patchOf(Map<String, Object> start, MergeUnit unit, Random random) {
        var patch = new LinkedHashMap<String, FieldChange>();
        for (var field : unit.fields()) {
            Object fresh = unit.policy() == Policy.REVIEW || unit.policy() == Policy.LATER_ARRIVAL
                    ? "x" + random.nextInt(5)
                    : List.of("y" + random.nextInt(5));
            patch.put(field, new FieldChange(start.get(field), fresh));
        }
        return patch;
    }

    private static Map<String, Object> applied(Map<String, Object> record, Map<String, FieldChange> patch) {
        var merged = Merge.of(patch, new Merge.Standings("person", UNITS, record, false, Set::of));
        var after = new HashMap<>(record);
        after.putAll(merged.values());
        return after;
    }

    private Merge merge(Map<String, FieldChange> patch) {
        return Merge.of(patch, standings(false, Set.of()));
    }

    private Merge.Standings standings(boolean movedOn, Set<String> underReview) {
        return new Merge.Standings("person", UNITS, stands, movedOn, () -> underReview);
    }

    private static FieldChange change(@Nullable Object base, @Nullable Object to) {
        return new FieldChange(base, to);
    }
}
