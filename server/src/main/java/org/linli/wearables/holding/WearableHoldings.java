package org.linli.wearables.holding;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.shared.Names;
import org.linli.shared.PersonalHoldings;
import org.springframework.stereotype.Component;

/**
 * The wearables' answer to what is held about somebody: the watch they wear, where they were, what it measured, their zones
 * and limits, and alarms.
 */
@Component
class WearableHoldings implements PersonalHoldings {

    static final String DEVICE = "wearable-device";
    static final String POSITION = "wearable-position";
    static final String ZONE = "wearable-zone";
    static final String LIMIT = "wearable-limit";
    static final String TRACK = "wearable-track";
    static final String VITALS = "wearable-vitals";
    static final String ALARM = "wearable-alarm";
    static final String COMMAND = "wearable-command";

    private static final Names CONSENT =
            Names.of("本人单独同意（《个人信息保护法》第十三条第一款第一项、第二十九条）", "the wearer's separate consent (PIPL art. 13(1)(1), 29)");

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    DEVICE,
                    Names.of("佩戴的手表和登记的同意", "The watch somebody wears, and consents"),
                    CONSENT,
                    Names.of("佩戴期间", "as long as it is worn"),
                    true),
            new Kind(
                    POSITION,
                    Names.of("手表的最后位置", "The last position of the watch"),
                    CONSENT,
                    Names.of("只存最后一处，撤回同意即清除", "only the last one, erased when the consent is withdrawn"),
                    true),
            new Kind(
                    ZONE,
                    Names.of("安全区", "Safe zones"),
                    CONSENT,
                    Names.of("撤回位置同意或换人佩戴即清除", "erased when the consent for positions ends"),
                    true),
            new Kind(
                    LIMIT,
                    Names.of("本人的体征限值和设置理由", "Limits of vitals of one's own, and why"),
                    CONSENT,
                    Names.of("撤回体征同意或换人佩戴即清除", "erased when the consent for vitals ends"),
                    true),
            new Kind(
                    TRACK,
                    Names.of("手表的轨迹", "The track of the watch"),
                    CONSENT,
                    Names.of("30 天，撤回同意即清除", "30 days; erased when the consent is withdrawn"),
                    true),
            new Kind(
                    VITALS,
                    Names.of("手表测量的体征", "What the watch measured"),
                    CONSENT,
                    Names.of(
                            "所在月份结束后 1 年，撤回同意即清除",
                            "a year after the month ended; erased when the consent is withdrawn"),
                    true),
            new Kind(
                    ALARM,
                    Names.of("手表的报警和处置记录", "Alarms of the watch and what was done"),
                    Names.of(
                            "紧急情况下保护生命健康所必需（《个人信息保护法》第十三条第一款第四项）",
                            "needed to protect life and health in an emergency (PIPL art. 13(1)(4))"),
                    Names.of("结束后 2 年清空", "emptied 2 years after the end"),
                    true),
            new Kind(
                    COMMAND,
                    Names.of("等待手表执行的指令（联系人、提醒等）", "Orders a watch has yet to do, such as contacts and reminders"),
                    CONSENT,
                    Names.of("手表执行后即清空，最长 7 天", "emptied once the watch has done it, 7 days at most"),
                    true));

    private final WearableHoldingQueries queries;

    WearableHoldings(WearableHoldingQueries queries) {
        this.queries = queries;
    }

    @Override
    public Names holder() {
        return Names.of("关爱手表", "Care watches");
    }

    @Override
    public List<Kind> kinds() {
        return KINDS;
    }

    @Override
    public List<Holding> of(Subject subject) {
        return subject.person().stream()
                .flatMap(person -> queries.counts(person).stream())
                .toList();
    }

    @Override
    public List<Line> copy(Subject subject) {
        return subject.person().stream()
                .flatMap(person -> queries.lines(person).stream())
                .toList();
    }

    @Override
    public Set<String> namedInLedgers(Subject subject) {
        return subject.person().stream().map(person -> "person:" + person).collect(Collectors.toSet());
    }
}
