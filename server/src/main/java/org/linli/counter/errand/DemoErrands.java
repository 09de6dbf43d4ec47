package org.linli.counter.errand;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.access.Acting;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseRatings;
import org.linli.casework.Cases;
import org.linli.counter.errand.AcceptErrand.Offered;
import org.linli.shared.DemoData;
import org.linli.shared.DemoPast;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;
import org.linli.shared.Ids;
import org.springframework.stereotype.Component;

/**
 * Errands in every state at several stations, taken in by the demo's people through the same services as any other. The
 * applicants are invented: their numbers say that they were born before 1900.
 */
@Component
class DemoErrands implements DemoData {

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private static final List<String> NAMES =
            List.of("李秀英", "张建华", "其其格", "王德福", "刘桂兰", "陈志强", "娜仁花", "赵永红", "孙玉梅", "周大海", "吴凤琴", "郑国栋");

    private final DemoDeskQueries people;
    private final Accepting accepting;
    private final Errands errands;
    private final Cases cases;
    private final CaseRatings ratings;
    private final Clock clock;

    DemoErrands(
            DemoDeskQueries people,
            Accepting accepting,
            Errands errands,
            Cases cases,
            CaseRatings ratings,
            Clock clock) {
        this.people = people;
        this.accepting = accepting;
        this.errands = errands;
        this.cases = cases;
        this.ratings = ratings;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public void load(Size size) {
        if (size == Size.NONE) {
            return;
        }
        people.acting("clerk", "ST-150203001").ifPresent(clerk -> new Desk(clerk, "150203001015", 0).fill());
        people.acting("clerk", "ST-150203003").ifPresent(clerk -> new Desk(clerk, "150203003013", 20).fillShortly());
    }

    /** One clerk's desk. */
    private final class Desk {

        private final Acting clerk;
        private final String community;
        private int person;

        Desk(Acting clerk, String community, int person) {
            this.clerk = clerk;
            this.community = community;
            this.person = person;
        }

        void fill() {
            fillShortly();
            var late = new Errand[1];
            on(16, () -> late[0] = relief());
            on(15, () -> act(late[0], "TAKE_UP", "", Map.of()));

            var suspended = new Errand[1];
            on(6, () -> suspended[0] = relief());
            on(5, () -> {
                act(suspended[0], "TAKE_UP", "", Map.of());
                act(suspended[0], "SUSPEND", "社区公示栏公示七日", Map.of("reason", "PUBLIC_NOTICE"));
            });

            var decided = new Errand[1];
            on(9, () -> decided[0] = relief());
            on(7, () -> act(decided[0], "TAKE_UP", "", Map.of()));
            on(4, () -> act(decided[0], "DECIDE", "", Map.of("decision", "grant")));

            var corrected = new Errand[1];
            on(5, () -> corrected[0] = allowance());
            on(
                    4,
                    () -> act(
                            corrected[0],
                            "REQUEST_CORRECTION",
                            "户口簿缺增减页；银行卡不是本人名下",
                            Map.of("items", List.of("户口簿增减页", "本人名下的银行卡"))));
            today(() -> accept("150203-DB-001", Map.of(), Map.of("bank-card", MaterialState.FOLLOWS)));
            badlyRated();
        }

        void fillShortly() {
            var issued = new Errand[1];
            on(2, () -> issued[0] = residence());
            on(2, () -> issue(issued[0]));
            today(this::residence);
            today(() -> accept("150203-ZB-004", Map.of("change", "arrived"), Map.of()));
            today(() -> accept("150203-DB-001", Map.of(), Map.of()));
            today(() -> accept("150203-DB-010", Map.of(), Map.of()));
        }

        private void badlyRated() {
            var rated = new Errand[1];
            on(1, () -> {
                rated[0] = residence();
                issue(rated[0]);
                ratings.rate(
                        Acting.system("demo"),
                        new CaseRatings.Given(
                                rated[0].caseId(),
                                "",
                                2,
                                Set.of(),
                                "等候时间太长",
                                "QR",
                                Ids.next().toString()));
            });
        }

        private void issue(Errand errand) {
            act(errand, "VERIFY", "", Map.of("decision", "grant", "findings", Map.of("basis", "网格员入户")));
            act(errand, "SEAL", "", Map.of());
            act(errand, "DELIVER", "", Map.of());
            errands.finish(clerk, errand.id());
        }

        private Errand residence() {
            return accept(
                    "150203-ZM-001", Map.of("purpose", "子女入学", "since", "2019-05-01", "tenure", "owned"), Map.of());
        }

        private Errand relief() {
            return accept("150203-SL-002", Map.of("householdSize", "3"), Map.of());
        }

        private Errand allowance() {
            return accept("150203-DB-010", Map.of(), Map.of());
        }

        /** Everything the item asks for is there, but for what is said otherwise. */
        private Errand accept(String item, Map<String, Object> form, Map<String, MaterialState> otherwise) {
            var materials = accepting.materialsOf(item).stream()
                    .map(code -> new Offered(
                            code, otherwise.getOrDefault(code, MaterialState.PRESENT), List.of(), Optional.empty()))
                    .toList();
            var command = new AcceptErrand(
                    Ids.next().toString(),
                    Optional.empty(),
                    somebody(),
                    true,
                    Optional.empty(),
                    DivisionCode.of(community),
                    item,
                    materials,
                    form,
                    true,
                    Optional.empty(),
                    Optional.empty());
            if (accepting.accept(clerk, command) instanceof Acceptance.Accepted accepted) {
                return accepted.errand();
            }
            throw new IllegalStateException("the demo lacks materials for " + item);
        }

        private Applicant somebody() {
            var number = person++;
            return new Applicant(
                    NAMES.get(number % NAMES.size()),
                    new IdDocument(IdDocument.Kind.RESIDENT_ID, idNumber(number)),
                    Optional.of("1380000%04d".formatted(number)),
                    Optional.of("21号街坊%d栋%d单元%d01室".formatted(1 + number, 1 + number % 4, 1 + number % 6)),
                    Optional.empty());
        }

        private void act(Errand errand, String action, String note, Map<String, Object> input) {
            var standing = cases.find(errand.caseId()).orElseThrow();
            var by = action.equals("VERIFY") || action.equals("SEAL")
                    ? people.acting("committee-clerk", "CO-" + community).orElse(clerk)
                    : clerk;
            cases.act(
                    by,
                    new ActOnCase(
                            errand.caseId(),
                            standing.revision(),
                            action,
                            note,
                            input,
                            Ids.next().toString()));
        }
    }

    private void today(Runnable what) {
        what.run();
    }

    /** Runs on a weekday in the morning, so many weekdays ago. */
    private void on(int weekdaysAgo, Runnable what) {
        var day = LocalDate.now(clock);
        for (var left = weekdaysAgo; left > 0; ) {
            day = day.minusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        var at = day.atTime(MORNING).atZone(clock.getZone()).toInstant();
        DemoPast.ago(Duration.between(at, clock.instant()), what);
    }

    /** A number with a right check character, of somebody born in 1899. */
    private static String idNumber(int person) {
        var digits = "1502031899%02d%02d%03d".formatted(1 + person % 12, 1 + person % 28, person + 1);
        var weights = new int[] {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var at = 0; at < weights.length; at++) {
            sum += (digits.charAt(at) - '0') * weights[at];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }
}
