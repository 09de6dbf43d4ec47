package org.linli.counter.errand;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.linli.casework.CaseEffect;
import org.linli.counter.catalogue.Item;
import org.linli.counter.catalogue.Items;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** {@code paper}: gives out the paper that the procedure names for the action. */
@Component
class PaperEffect implements CaseEffect {

    private final ErrandOfCase errands;
    private final ErrandFileRows rows;
    private final Items items;
    private final ErrandPapers papers;
    private final CorrectionRows supplements;
    private final Clock clock;

    PaperEffect(
            ErrandOfCase errands,
            ErrandFileRows rows,
            Items items,
            ErrandPapers papers,
            CorrectionRows supplements,
            Clock clock) {
        this.errands = errands;
        this.rows = rows;
        this.items = items;
        this.papers = papers;
        this.supplements = supplements;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "paper";
    }

    @Override
    public void run(Happening happening) {
        if (!ErrandOfCase.isErrand(happening)) {
            return;
        }
        var errand = errands.of(happening);
        var item = items.version(errand.item(), errand.itemVersion());
        var by = happening.by();
        var paper = happening.options().getOrDefault("paper", "");
        switch (paper) {
            case "correction-notice" -> correction(happening, errand);
            case "acceptance" ->
                papers.acceptance(
                        by,
                        errand,
                        item,
                        acceptedOn(happening, errand),
                        happening.after().due());
            case "non-acceptance" ->
                papers.nonAcceptance(by, errand, item, reason(happening), text(happening, "otherWay"));
            case "special-procedure" -> special(happening, errand, item);
            case "extension" -> extension(happening, errand);
            case "decision" -> decision(happening, errand, item);
            case "delivery" -> delivery(happening, errand);
            case "completion" -> papers.completion(by, errand, result(errand, item));
            default -> throw new IllegalStateException("no such paper in a procedure: " + paper);
        }
    }

    /** Acceptance that follows from silence holds from the day on which the last paper came in. */
    private LocalDate acceptedOn(Happening happening, Errand errand) {
        return happening.options().containsKey("deemed")
                ? papers.day(supplements
                        .of(errand.id())
                        .flatMap(CorrectionRows.Supplement::metAt)
                        .orElse(errand.acceptedAt()))
                : LocalDate.now(clock);
    }

    private void extension(Happening happening, Errand errand) {
        papers.extension(
                happening.by(),
                errand,
                happening.before().due().orElseThrow(),
                happening.after().due().orElseThrow(),
                Integer.parseInt(happening.options().getOrDefault("amount", "0")),
                reason(happening));
    }

    private void correction(Happening happening, Errand errand) {
        var wanted = wanted(happening);
        if (wanted.isEmpty()) {
            throw Refusal.ofField("items", ErrandReason.SUPPLEMENT_ITEMS);
        }
        // The case ends by itself when that day has passed, so the paper and the clock cannot disagree.
        var until = papers.day(happening
                .timeout()
                .orElseThrow(() -> new IllegalStateException("a correction is asked for without an end")));
        if (!supplements.ask(errand.id(), wanted, happening.by().name(), until, clock.instant())) {
            throw Refusal.because(ErrandReason.SUPPLEMENT_ONCE);
        }
        papers.correction(happening.by(), errand, wanted, until);
    }

    /** The items one by one, or the note's lines when they were not given apart. */
    private static List<String> wanted(Happening happening) {
        if (happening.input().get("items") instanceof List<?> list && !list.isEmpty()) {
            return list.stream()
                    .map(String::valueOf)
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .toList();
        }
        return Arrays.stream(happening.note().split("[\\n;；]"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private void special(Happening happening, Errand errand, Item item) {
        var ground = text(happening, "reason").orElse("");
        var procedure = words(ground, item);
        var days = text(happening, "amount").map(Integer::parseInt).orElse(usualDays(ground));
        papers.specialProcedure(happening.by(), errand, procedure, reason(happening), days);
    }

    private static Names words(String ground, Item item) {
        return switch (ground) {
            case "HEARING" -> Names.of("听证", "hearing");
            case "TENDER" -> Names.of("招标", "tender");
            case "AUCTION" -> Names.of("拍卖", "auction");
            case "INSPECTION" -> Names.of("检验", "inspection");
            case "TESTING" -> Names.of("检测", "testing");
            case "QUARANTINE" -> Names.of("检疫", "quarantine");
            case "APPRAISAL" -> Names.of("鉴定（评估、评定）", "appraisal");
            case "EXPERT_REVIEW" -> Names.of("专家评审", "expert review");
            case "PUBLIC_NOTICE" -> Names.of("公示", "public notice");
            case "MEANS_TEST" -> Names.of("经济状况核对", "means test");
            case "HOME_VISIT" -> Names.of("入户核查", "home visit");
            case "OTHER_BODY" -> Names.of("其他单位核验", "check by another body");
            case "PARTY_AGREED" -> Names.of("当事人同意的延期", "time the party asked for");
            default ->
                item.pauses().isEmpty()
                        ? Names.of("特别程序", "special procedure")
                        : item.pauses().getFirst().names();
        };
    }

    private static int usualDays(String ground) {
        return switch (ground) {
            case "HOME_VISIT" -> 3;
            case "PUBLIC_NOTICE" -> 7;
            default -> 20;
        };
    }

    private void decision(Happening happening, Errand errand, Item item) {
        if (Decision.isGrant(happening.input())) {
            papers.granted(happening.by(), errand, item, result(errand, item));
        } else {
            papers.refused(happening.by(), errand, item, reason(happening));
        }
    }

    private void delivery(Happening happening, Errand errand) {
        var delivered = papers.results(errand);
        var way = text(happening, "way").orElse("窗口领取");
        rows.deliver(errand.id(), clock.instant(), way);
        papers.delivery(
                happening.by(),
                errand,
                way,
                text(happening, "recipient"),
                delivered.isEmpty() ? List.of(errand.itemNames().zh() + "办理结果") : delivered);
    }

    private static String result(Errand errand, Item item) {
        return errand.departmentReason().orElse(item.result().names().zh());
    }

    private static String reason(Happening happening) {
        if (happening.note().isBlank()) {
            throw Refusal.ofField("note", ErrandReason.REASON_NEEDED);
        }
        return happening.note();
    }

    private static Optional<String> text(Happening happening, String name) {
        return Optional.ofNullable(happening.input().get(name))
                .map(String::valueOf)
                .filter(text -> !text.isBlank());
    }
}
