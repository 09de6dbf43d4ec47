package org.linli.counter.card;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.privacy.Masking;
import org.linli.shared.IdDocument;
import org.linli.shared.Sex;

/**
 * The holder of a card as the console shows it.
 *
 * @param inFull whether name, number and address are shown whole, which needs a visit in hand
 */
record CardHolderView(
        boolean inFull,
        CardKind kind,
        IdDocument.Kind documentKind,
        String number,
        String name,
        @Nullable String englishName,
        Sex sex,
        @Nullable LocalDate birth,
        @Nullable String address,
        @Nullable String issuer,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable String passNumber,
        @Nullable Integer issueCount,
        @Nullable String country) {

    static CardHolderView inFull(CardHolder holder) {
        return new CardHolderView(
                true,
                holder.kind(),
                holder.document().kind(),
                holder.document().number(),
                holder.name(),
                holder.englishName().orElse(null),
                holder.sex(),
                holder.birth(),
                holder.address().orElse(null),
                holder.issuer().orElse(null),
                holder.validFrom(),
                holder.validUntil().orElse(null),
                holder.passNumber().orElse(null),
                holder.issueCount().orElse(null),
                holder.country().orElse(null));
    }

    static CardHolderView masked(CardHolder holder) {
        var document = holder.document();
        return new CardHolderView(
                false,
                holder.kind(),
                document.kind(),
                document.idNumber().isPresent()
                        ? Masking.idNumber(document.number())
                        : Masking.document(document.number()),
                Masking.name(holder.name()),
                holder.englishName().map(Masking::name).orElse(null),
                holder.sex(),
                null,
                holder.address().map(Masking::address).orElse(null),
                holder.issuer().orElse(null),
                holder.validFrom(),
                holder.validUntil().orElse(null),
                holder.passNumber().map(Masking::document).orElse(null),
                holder.issueCount().orElse(null),
                holder.country().orElse(null));
    }
}
