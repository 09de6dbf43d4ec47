package org.linli.notify;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.linli.shared.Names;
import org.linli.shared.PersonalHoldings;
import org.linli.shared.RetentionRule;
import org.springframework.stereotype.Component;

/** Phone numbers of messages to residents: not found by whose they are, and emptied a month after the message is settled. */
@Component
class SentPhones implements RetentionRule, PersonalHoldings {

    private static final Names DATA = Names.of("短信的收件号码", "Phone numbers of text messages");
    private static final Names TERM = Names.of("短信发出或失败后 30 天", "30 days after the message was sent or failed");

    private final SentPhoneRows rows;

    SentPhones(SentPhoneRows rows) {
        this.rows = rows;
    }

    @Override
    public String key() {
        return "notify.phone";
    }

    @Override
    public Names data() {
        return DATA;
    }

    @Override
    public Names basis() {
        return SHORTEST;
    }

    @Override
    public Names term() {
        return TERM;
    }

    @Override
    public Period kept() {
        return Period.ofDays(30);
    }

    @Override
    public Treatment treatment() {
        return Treatment.EMPTY;
    }

    @Override
    public long due(LocalDate before) {
        return rows.due(before);
    }

    @Override
    public Step apply(LocalDate before, int most, String run) {
        return Step.emptied(rows.empty(before, most));
    }

    @Override
    public Names holder() {
        return Names.of("通知", "Notices");
    }

    @Override
    public List<Kind> kinds() {
        return List.of(new Kind(
                "sms",
                DATA,
                Names.of("履行法定职责所必需（《个人信息保护法》第十三条第一款第三项）", "needed for statutory duties (PIPL art. 13(1)(3))"),
                TERM,
                false));
    }

    @Override
    public List<Holding> of(Subject subject) {
        return List.of();
    }

    @Override
    public List<Line> copy(Subject subject) {
        return List.of();
    }

    @Override
    public Set<String> namedInLedgers(Subject subject) {
        return Set.of();
    }
}
