package org.linli.counter.hall;

import org.linli.access.sealing.SealedRows;
import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Visitors' names and phones, and what they wrote with a rating, take part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class HallSealedRows {

    @Bean
    SealedRows sealedVisits(JdbcClient jdbc, JdbcTemplate batches) {
        return new SealedRows(
                jdbc,
                batches,
                SealedTable.of("counter.visit", "id uuid")
                        .sealed("name_sealed", CheckingIn.NAME)
                        .sealed("phone_sealed", CheckingIn.PHONE)
                        // The number itself is not kept; the index is emptied when its day is over.
                        .fading("id_index", "id-number")
                        .indexed("phone_index", "phone", "t.phone_sealed", CheckingIn.PHONE));
    }

    @Bean
    SealedRows sealedBookings(JdbcClient jdbc, JdbcTemplate batches) {
        return new SealedRows(
                jdbc,
                batches,
                SealedTable.of("counter.booking", "id uuid")
                        .sealed("name_sealed", BookingRows.NAME)
                        .sealed("phone_sealed", BookingRows.PHONE)
                        .indexed("phone_index", "phone", "t.phone_sealed", BookingRows.PHONE));
    }

    @Bean
    SealedRows sealedRatingWords(JdbcClient jdbc, JdbcTemplate batches) {
        return new SealedRows(
                jdbc,
                batches,
                SealedTable.of("counter.rating_code", "code text").sealed("words", RatingVisits.WORDS));
    }
}
