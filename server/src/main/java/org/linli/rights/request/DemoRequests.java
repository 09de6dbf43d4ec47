package org.linli.rights.request;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.casework.ActOnCase;
import org.linli.casework.Cases;
import org.linli.registry.Because;
import org.linli.registry.ChangeSource;
import org.linli.registry.NewPerson;
import org.linli.registry.People;
import org.linli.registry.PersonFacts;
import org.linli.rights.request.ReceiveRequestForm.CorrectionForm;
import org.linli.rights.request.ReceiveRequestForm.PartyForm;
import org.linli.shared.DemoData;
import org.linli.shared.DemoPast;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;
import org.linli.shared.Ids;
import org.linli.shared.Sex;
import org.springframework.stereotype.Component;

/** Requests in every state, by invented people whose numbers belong to no division that exists. */
@Component
class DemoRequests implements DemoData {

    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001015");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final DemoPostingQueries postings;
    private final Receiving receiving;
    private final People people;
    private final Cases cases;

    DemoRequests(DemoPostingQueries postings, Receiving receiving, People people, Cases cases) {
        this.postings = postings;
        this.receiving = receiving;
        this.people = people;
        this.cases = cases;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public void load(Size size) {
        if (size == Size.NONE) {
            return;
        }
        var clerk = postings.acting("clerk");
        var officer = postings.acting("privacy");
        if (clerk.isPresent() && officer.isPresent()) {
            new Desk(clerk.get(), officer.get()).fill();
        }
    }

    private final class Desk {

        private final Acting clerk;
        private final Acting officer;

        Desk(Acting clerk, Acting officer) {
            this.clerk = clerk;
            this.officer = officer;
        }

        void fill() {
            on(9, () -> {
                var objected = receive(RequestKind.OBJECTION, resident("苏和", 1), "不同意将本人电话用于满意度回访", null);
                act(objected, "DECIDE", "grant", "已停止回访使用");
                act(objected, "CARRY_OUT", "", "");
            });
            on(6, () -> {
                var refused = receive(RequestKind.DELETION, resident("韩淑兰", 2), "希望删除 2025 年的办件资料", null);
                act(refused, "DECIDE", "refuse", "办件档案属于定期保管的文书档案，法定保管期限未满，不能删除");
            });
            on(3, () -> {
                var granted = receive(RequestKind.COPY, resident("那仁花", 3), "", null);
                act(granted, "DECIDE", "grant", "");
                act(granted, "CARRY_OUT", "", "");
            });
            on(
                    1,
                    () -> receive(
                            RequestKind.CORRECTION,
                            resident("高文斌", 4),
                            "户口簿上的服务处所已变更",
                            new CorrectionForm(CorrectedField.EMPLOYER, "昆都仑区第二中学")));
        }

        private PartyForm resident(String name, int number) {
            var card = new IdDocument(IdDocument.Kind.RESIDENT_ID, idNumber(number));
            var facts = PersonFacts.of(name, Sex.UNKNOWN, Optional.empty()).registeredAt("少先路 21 号街坊");
            people.register(
                    clerk,
                    new NewPerson(facts, List.of(card), List.of("1390000000" + number), COMMUNITY),
                    Because.of(ChangeSource.DEMO, "演示"));
            return new PartyForm(name, card.kind(), card.number());
        }

        private Request receive(RequestKind kind, PartyForm who, String wish, @Nullable CorrectionForm correction) {
            return receiving.receive(
                    clerk,
                    new ReceiveRequestForm(
                            Ids.next().toString(),
                            kind,
                            AskedBy.SELF,
                            IdentityCheck.CARD,
                            who,
                            "13900000009",
                            null,
                            wish,
                            correction == null ? null : List.of(correction),
                            null));
        }

        private void act(Request request, String action, String decision, String note) {
            var revision = cases.find(request.caseId()).orElseThrow().revision();
            cases.act(
                    officer,
                    new ActOnCase(
                            request.caseId(),
                            revision,
                            action,
                            note,
                            decision.isEmpty() ? Map.of() : Map.of("decision", decision),
                            Ids.next().toString()));
        }

        private void on(int daysAgo, Runnable what) {
            DemoPast.ago(Duration.ofDays(daysAgo), what);
        }
    }

    private static String idNumber(int number) {
        var digits = "15029919610101%03d".formatted(900 + number);
        var sum = 0;
        for (var at = 0; at < WEIGHTS.length; at++) {
            sum += (digits.charAt(at) - '0') * WEIGHTS[at];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }
}
