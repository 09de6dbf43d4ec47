package org.linli.access.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.AccessReason;
import org.linli.access.Acting;
import org.linli.access.ChainSeal;
import org.linli.access.PersonalSeal;
import org.linli.area.UnitCode;
import org.linli.shared.Ids;
import org.linli.shared.Page;
import org.linli.shared.Refusal;
import org.springframework.transaction.support.TransactionOperations;

/** One ledger (台账): lines are noted, searched and verified, and nothing else is ever done to them. */
public final class Ledger {

    private static final int PAGE = 50;
    private static final LocalDate NEVER = LocalDate.of(9999, 1, 1);

    private final LedgerRows rows;
    private final SealedChain chain;
    private final PersonalSeal names;
    private final Clock clock;

    public Ledger(LedgerRows rows, ChainSeal seal, PersonalSeal names, TransactionOperations transaction, Clock clock) {
        this.rows = rows;
        this.chain = new SealedChain(rows.chain(), seal, transaction);
        this.names = names;
        this.clock = clock;
    }

    public SealedChain chain() {
        return chain;
    }

    /**
     * Writes a line in the caller's transaction; it is chained once that was committed.
     *
     * @param said as many words as the table has columns of its own
     */
    public void note(Acting by, String... said) {
        var entry = entry(by, clock.instant(), List.of(said));
        var id = Ids.next();
        rows.insert(id, entry, chain.seal(id, entry.content()));
    }

    /** Writes many lines at once, as {@link #note} would each of them. */
    public void noteAll(Acting by, List<List<String>> lines) {
        var now = clock.instant();
        rows.insertAll(lines.stream()
                .map(said -> {
                    var entry = entry(by, now, said);
                    var id = Ids.next();
                    return new LedgerRows.Sealed(id, entry, chain.seal(id, entry.content()));
                })
                .toList());
    }

    private LedgerRows.Entry entry(Acting by, Instant now, List<String> said) {
        var person = !by.isSystem();
        return new LedgerRows.Entry(
                now.truncatedTo(ChronoUnit.MICROS),
                person ? by.account().value() : null,
                person ? by.posting().value() : null,
                person ? null : by.name(),
                by.role(),
                by.unit().value(),
                by.homeUnit().map(UnitCode::value).orElse(null),
                said);
    }

    /** A page of lines, newest first; {@code after} is what the page before said comes next. */
    public Page<LedgerLine> page(LedgerFilter filter, Optional<String> after) {
        var cursor = after.map(Ledger::parse);
        var found = rows.page(
                filter,
                start(filter.from().orElse(LocalDate.EPOCH)),
                start(filter.to().map(day -> day.plusDays(1)).orElse(NEVER)),
                cursor.orElse(null),
                PAGE + 1,
                names);
        if (found.size() <= PAGE) {
            return new Page<>(found, Optional.empty());
        }
        var shown = List.copyOf(found.subList(0, PAGE));
        return new Page<>(
                shown, Optional.of(shown.getLast().at() + "_" + shown.getLast().id()));
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private static LedgerRows.Cursor parse(String text) {
        try {
            var cut = text.indexOf('_');
            return new LedgerRows.Cursor(
                    Instant.parse(text.substring(0, Math.max(0, cut))).atOffset(ZoneOffset.UTC),
                    UUID.fromString(text.substring(cut + 1)));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw Refusal.ofField("after", AccessReason.PAGE_UNKNOWN);
        }
    }
}
