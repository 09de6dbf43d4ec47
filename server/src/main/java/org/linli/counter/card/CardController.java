package org.linli.counter.card;

import jakarta.validation.Valid;
import org.linli.access.Acting;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cards in the console. The photo of a card is compared in the browser and never comes here. */
@RestController
@RequestMapping("/api/counter/cards")
class CardController {

    private final ReadingCards reading;

    CardController(ReadingCards reading) {
        this.reading = reading;
    }

    @PostMapping("/read")
    CardHolderView readCard(Acting acting, @RequestBody @Valid ReadCardForm form) {
        return reading.read(acting, form);
    }
}
