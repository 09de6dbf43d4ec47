package org.linli.counter.hall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.linli.access.PostingId;
import org.linli.area.UnitCode;

/**
 * A visit at a window (正在办理): who was called where and when.
 *
 * @param items codes of the items the visitor came for, empty when that was not said
 * @param arrivedAt when the visitor stood at the window; empty while walking
 * @param holderIndex blind index ({@code id-number}) of the card's holder once a card was read
 */
public record Serving(
        VisitId visit,
        int revision,
        String ticket,
        UnitCode station,
        int window,
        PostingId posting,
        List<String> items,
        Instant calledAt,
        Optional<Instant> arrivedAt,
        Optional<byte[]> holderIndex) {

    public Serving {
        items = List.copyOf(items);
    }
}
