package org.linli.grid.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.PostingId;
import org.linli.access.PostingsInForce;
import org.linli.area.UnitCode;
import org.linli.casework.CaseEffect.Happening;
import org.linli.grid.catalogue.Categories;
import org.linli.grid.event.Event.Verdict;
import org.linli.notify.Notices;
import org.linli.notify.Notices.Notice;
import org.linli.notify.Notices.Recipient;
import org.linli.shared.Names;
import org.linli.sync.PhoneNotices;
import org.springframework.stereotype.Component;

/** Tells people about events: whoever gets one, whoever's handling was not found good, and the reporter in the end. */
@Component
class EventNotices {

    private static final List<String> HANDLERS =
            List.of("grid-worker", "grid-steward", "grid-lead", "committee-clerk", "department-officer");

    private final Notices notices;
    private final PhoneNotices phones;
    private final PostingsInForce postings;
    private final Categories categories;

    EventNotices(Notices notices, PhoneNotices phones, PostingsInForce postings, Categories categories) {
        this.notices = notices;
        this.phones = phones;
        this.postings = postings;
        this.categories = categories;
    }

    void dispatched(Event event, Happening happening) {
        var to = named(happening)
                .<List<Recipient>>map(posting -> List.of(new Recipient.ToPosting(new PostingId(posting))))
                .orElseGet(() -> unit(happening));
        send(
                event,
                to,
                "dispatched",
                happening.after().revision(),
                event.level().ordinal() >= 2);
    }

    void verified(Event event, Verdict verdict, Happening happening) {
        if (verdict != Verdict.FIXED) {
            var to = new ArrayList<Recipient>();
            event.handling()
                    .handlerPosting()
                    .ifPresentOrElse(
                            posting -> to.add(new Recipient.ToPosting(posting)),
                            () -> to.addAll(roles(event.standing().unit())));
            send(event, to, "not-fixed", happening.after().revision(), false);
        }
    }

    void ended(Event event) {
        if (event.source() != Event.Source.CASE) {
            var reporter =
                    List.<Recipient>of(new Recipient.ToPosting(event.reporter().posting()));
            send(event, reporter, "ended", event.standing().revision(), false);
        }
    }

    private static Optional<UUID> named(Happening happening) {
        return Optional.ofNullable(happening.input().get("posting"))
                .map(posting -> UUID.fromString(posting.toString()));
    }

    private static List<Recipient> unit(Happening happening) {
        var named = happening.input().get("unit");
        return roles(named == null ? happening.before().unit() : UnitCode.of(named.toString()));
    }

    private static List<Recipient> roles(UnitCode unit) {
        return HANDLERS.stream()
                .<Recipient>map(role -> new Recipient.ToRole(unit, role))
                .toList();
    }

    private void send(Event event, List<Recipient> to, String what, int revision, boolean urgent) {
        var title = categories.find(event.category()).map(categories::title).orElse(Names.of(event.number(), ""));
        notices.send(new Notice(
                to,
                "notice.grid." + what,
                Map.of("number", event.number()),
                Map.of("title", title),
                "grid:" + event.id() + ":" + what + ":" + revision,
                "/grid/events/" + event.id(),
                urgent));
        to.forEach(recipient -> {
            if (recipient instanceof Recipient.ToPosting(var posting)) {
                postings.find(posting)
                        .ifPresent(who -> phones.tell(
                                who.account(),
                                "event-" + what,
                                onThePhone(what, title),
                                Optional.of(new PhoneNotices.About("event", event.id()))));
            }
        });
    }

    /** Category only: a lock screen may show it. */
    private static Names onThePhone(String what, Names title) {
        return switch (what) {
            case "dispatched" -> Names.of("有事件派给您：" + title.zh(), "An event for you: " + title.en());
            case "not-fixed" -> Names.of("核查未完全通过，请继续处置：" + title.zh(), "Not quite fixed yet: " + title.en());
            default -> Names.of("您上报的事件已有结果：" + title.zh(), "What you reported has an answer: " + title.en());
        };
    }
}
