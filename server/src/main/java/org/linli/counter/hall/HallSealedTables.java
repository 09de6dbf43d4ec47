package org.linli.counter.hall;

import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Visitors' names and phones, and what they wrote with a rating, take part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class HallSealedTables {

    @Bean
    SealedTable sealedVisits() {
        return SealedTable.of("counter.visit", "id uuid")
                .sealed("name_sealed", CheckingIn.NAME)
                .sealed("phone_sealed", CheckingIn.PHONE)
                // The number itself is not kept; the index is emptied when its day is over.
                .fading("id_index", "id-number")
                .indexed("phone_index", "phone", "t.phone_sealed", CheckingIn.PHONE);
    }

    @Bean
    SealedTable sealedBookings() {
        return SealedTable.of("counter.booking", "id uuid")
                .sealed("name_sealed", BookingRows.NAME)
                .sealed("phone_sealed", BookingRows.PHONE)
                .indexed("phone_index", "phone", "t.phone_sealed", BookingRows.PHONE);
    }

    @Bean
    SealedTable sealedRatingWords() {
        return SealedTable.of("counter.rating_code", "code text").sealed("words", RatingVisits.WORDS);
    }
}
