package org.linli.counter.holding;

import java.util.List;
import java.util.Set;
import org.linli.shared.Names;
import org.linli.shared.PersonalHoldings;
import org.springframework.stereotype.Component;

/** The counter's answer to what is held about somebody. */
@Component
class CounterHoldings implements PersonalHoldings {

    private static final Names DUTY = Names.of(
            "履行法定职责所必需（《个人信息保护法》第十三条第一款第三项；《行政许可法》第三十四条）",
            "needed for statutory duties (PIPL art. 13(1)(3); Administrative Licensing Law art. 34)");
    private static final Names CONSENT =
            Names.of("本人同意（《个人信息保护法》第十三条第一款第一项）", "the person's consent (PIPL art. 13(1)(1))");
    private static final Names FILES = Names.of("随办件档案保管", "as long as the file of the errand");

    private static final List<Kind> KINDS = List.of(
            new Kind("errand", Names.of("窗口办件", "Errands at the counter"), DUTY, FILES, true),
            new Kind("paper", Names.of("文书", "Papers"), DUTY, FILES, true),
            new Kind("file", Names.of("材料照片和扫描件", "Photos and scans of materials"), DUTY, FILES, true),
            new Kind(
                    "mandate",
                    Names.of("代办委托", "Mandates"),
                    CONSENT,
                    Names.of("随办件档案保管", "as long as the files of the errands"),
                    true),
            new Kind(
                    "held",
                    Names.of("已核验、不必再交的材料", "Verified materials that need not be brought again"),
                    CONSENT,
                    Names.of("到有效期止", "until its validity ends"),
                    true),
            new Kind(
                    "visit",
                    Names.of("到访", "Visits"),
                    DUTY,
                    Names.of("号码索引当日清空，姓名和电话 180 天后清空", "the index until midnight, name and phone 180 days"),
                    true),
            new Kind(
                    "booking",
                    Names.of("预约", "Bookings"),
                    CONSENT,
                    Names.of("预约日后 90 天清空", "emptied 90 days after the day booked"),
                    false));

    private final CounterHoldingQueries queries;

    CounterHoldings(CounterHoldingQueries queries) {
        this.queries = queries;
    }

    @Override
    public Names holder() {
        return Names.of("一口受理", "Counter");
    }

    @Override
    public List<Kind> kinds() {
        return KINDS;
    }

    @Override
    public List<Holding> of(Subject subject) {
        var person = queries.indexes(subject.documents());
        return person.isEmpty() ? List.of() : queries.counts(person);
    }

    @Override
    public List<Line> copy(Subject subject) {
        var person = queries.indexes(subject.documents());
        return person.isEmpty() ? List.of() : queries.lines(person);
    }

    @Override
    public Set<String> namedInLedgers(Subject subject) {
        var person = queries.indexes(subject.documents());
        return person.isEmpty() ? Set.of() : queries.names(person);
    }
}
