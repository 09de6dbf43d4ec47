package org.linli.counter.card;

import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.counter.hall.VisitId;
import org.linli.counter.hall.Visits;
import org.linli.privacy.DisclosureLedger;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A card read at a window. Without a visit in hand the clerk sees it masked; with one in full, and the disclosure is noted
 * with the visit.
 */
@Service
class ReadingCards {

    private static final Set<String> SHOWN = Set.of("name", "idNumber", "birthDate", "address");

    private final Cards cards;
    private final Visits visits;
    private final DisclosureLedger disclosures;
    private final AuditTrail audit;

    ReadingCards(Cards cards, Visits visits, DisclosureLedger disclosures, AuditTrail audit) {
        this.cards = cards;
        this.visits = visits;
        this.disclosures = disclosures;
        this.audit = audit;
    }

    @Transactional
    CardHolderView read(Acting by, ReadCardForm form) {
        by.require(CardWords.READ);
        var holder = holder(form);
        if (form.visit() == null) {
            audit.note(
                    by,
                    CardWords.READ,
                    "card:none",
                    Map.of("kind", holder.kind().name()));
            return CardHolderView.masked(holder);
        }
        var visit = VisitId.of(form.visit());
        if (visits.serving(by.posting())
                .filter(serving -> serving.visit().equals(visit))
                .isEmpty()) {
            throw Refusal.ofField("visit", CardReason.CARD_VISIT);
        }
        var object = "visit:" + visit.value();
        var subject = disclosures.subjectOf(holder.document().number());
        audit.note(by, CardWords.READ, object, Map.of("kind", holder.kind().name()));
        disclosures.note(by, subject, SHOWN, CardWords.READ, object);
        return CardHolderView.inFull(holder);
    }

    private CardHolder holder(ReadCardForm form) {
        if (form.textBlock() != null) {
            return cards.read(bytes(form.textBlock()));
        }
        if (form.fields() == null) {
            throw Refusal.ofField("textBlock", CardReason.CARD_NOTHING_READ);
        }
        return cards.read(form.fields());
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw Refusal.ofField("textBlock", CardReason.CARD_TEXT);
        }
    }
}
