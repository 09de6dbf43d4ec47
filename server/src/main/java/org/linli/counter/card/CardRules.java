package org.linli.counter.card;

import java.time.LocalDate;
import org.linli.shared.Refusal;
import org.linli.shared.Sex;

/** What the fields of a card must say of each other, and of today. */
final class CardRules {

    private CardRules() {}

    /** The holder, or a refusal that names the field. */
    static CardHolder settled(LocalDate today, CardHolder holder) {
        holder.document().idNumber().ifPresent(number -> {
            if (!number.birth().equals(holder.birth())) {
                throw Refusal.ofField("birth", CardReason.CARD_NUMBER_AND_BIRTH);
            }
            if (isStated(holder.sex()) && number.sex() != holder.sex()) {
                throw Refusal.ofField("sex", CardReason.CARD_NUMBER_AND_SEX);
            }
        });
        if (holder.birth().isAfter(today) || holder.birth().isAfter(holder.validFrom())) {
            throw Refusal.ofField("birth", CardReason.CARD_BIRTH);
        }
        holder.validUntil().ifPresent(end -> refuseEnded(today, holder.validFrom(), end));
        if (holder.validFrom().isAfter(today)) {
            throw Refusal.ofField(
                    "validFrom",
                    CardReason.CARD_NOT_YET_VALID,
                    holder.validFrom().toString());
        }
        return holder;
    }

    private static void refuseEnded(LocalDate today, LocalDate from, LocalDate end) {
        if (end.isBefore(from)) {
            throw Refusal.ofField("validUntil", CardReason.CARD_VALIDITY);
        }
        if (end.isBefore(today)) {
            throw Refusal.ofField("validUntil", CardReason.CARD_EXPIRED, end.toString());
        }
    }

    private static boolean isStated(Sex sex) {
        return sex == Sex.MALE || sex == Sex.FEMALE;
    }
}
