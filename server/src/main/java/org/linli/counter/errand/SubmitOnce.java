package org.linli.counter.errand;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.counter.catalogue.Item;
import org.linli.counter.catalogue.Material;
import org.linli.counter.errand.HeldRows.Verified;
import org.linli.counter.paper.Paper;
import org.linli.shared.Ids;
import org.springframework.stereotype.Component;

/** Submit once (一次提交): what was verified here is kept with an end, and used again with consent. */
@Component
class SubmitOnce {

    /** Names, addresses and family change; what was seen half a year ago is asked for anew. */
    private static final int CHECKED_COUNTS_DAYS = 180;

    private static final int CERTIFICATE_COUNTS_DAYS = 90;
    private static final int CARD_COUNTS_DAYS = 365;

    /** A promise is verified within this time (国办发〔2020〕42号 asks for it "in time"). */
    private static final int PROMISE_CHECKED_WITHIN_DAYS = 30;

    private final HeldRows rows;
    private final Clock clock;

    SubmitOnce(HeldRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    Map<String, UUID> heldOf(List<byte[]> person) {
        return rows.newestOf(person, LocalDate.now(clock));
    }

    /** Keeps what the window saw, counts what did not have to be brought, and sets a day for what was promised. */
    void learn(Acting by, Errand errand, Item item, boolean cardRead, Optional<LocalDate> cardUntil) {
        var today = LocalDate.now(clock);
        for (var given : errand.materials()) {
            var material = item.material(given.code()).orElseThrow();
            switch (given.state()) {
                case PRESENT -> seen(by, errand, material, given, cardRead, cardUntil);
                case HELD ->
                    given.held()
                            .ifPresent(held -> rows.noteReuse(
                                    errand.id(),
                                    given.code(),
                                    held,
                                    errand.station().value(),
                                    errand.item(),
                                    clock.instant()));
                case COMMITTED ->
                    rows.noteCommitment(errand.id(), given.code(), today.plusDays(PROMISE_CHECKED_WITHIN_DAYS));
                case FOLLOWS, MISSING -> {}
            }
        }
    }

    private void seen(
            Acting by,
            Errand errand,
            Material material,
            Errand.Given given,
            boolean cardRead,
            Optional<LocalDate> cardUntil) {
        var today = LocalDate.now(clock);
        if (material.source() == Material.Source.CARD) {
            if (cardRead) {
                var latest = today.plusDays(CARD_COUNTS_DAYS);
                var until = cardUntil.filter(end -> end.isBefore(latest)).orElse(latest);
                keep(by, errand, given.code(), "CARD", first(given), Optional.empty(), until);
            }
        } else if (material.source().brought()) {
            keep(
                    by,
                    errand,
                    given.code(),
                    "CHECKED",
                    first(given),
                    Optional.empty(),
                    today.plusDays(CHECKED_COUNTS_DAYS));
        }
    }

    /** A certificate just issued is held under the code by which other items would ask for it. */
    void issued(Acting by, Errand errand, String code, Paper paper) {
        var until = LocalDate.now(clock).plusDays(CERTIFICATE_COUNTS_DAYS);
        keep(
                by,
                errand,
                code,
                "CERTIFICATE",
                Optional.empty(),
                Optional.of(paper.id().value()),
                until);
    }

    private static Optional<UUID> first(Errand.Given given) {
        return given.files().stream().findFirst();
    }

    private void keep(
            Acting by,
            Errand errand,
            String code,
            String source,
            Optional<UUID> file,
            Optional<UUID> paper,
            LocalDate until) {
        rows.add(new Verified(
                Ids.next(),
                errand.person(),
                code,
                source,
                errand.id().value(),
                file.orElse(null),
                paper.orElse(null),
                clock.instant(),
                by.name(),
                until));
    }
}
