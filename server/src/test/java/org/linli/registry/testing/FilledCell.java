package org.linli.registry.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.linli.registry.bulk.Batch;
import org.linli.registry.bulk.BulkLoad;
import org.linli.registry.bulk.Entry;
import org.linli.registry.change.Change;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;
import org.linli.shared.Ids;
import org.linli.shared.Sex;

/** A grid cell with households of three people, each with a document and a phone. */
public final class FilledCell {

    public final List<UUID> dwellings = new ArrayList<>();
    public final List<UUID> households = new ArrayList<>();
    public final List<UUID> people = new ArrayList<>();

    private final DivisionCode cell;
    private final UUID compound = Ids.next();

    public FilledCell(BulkLoad bulk, DivisionCode cell, int households) {
        this.cell = cell;
        var batch = bulk.batch(new Change(Ids.next(), Instant.parse("2026-03-02T01:00:00Z")));
        var name = "装满" + ThreadLocalRandom.current().nextInt(1_000_000_000) + "小区";
        batch.add(new Entry.Compound(compound, cell.value().substring(0, 12), name, List.of(), null));
        for (var n = 0; n < households; n++) {
            add(batch, n);
        }
        bulk.write(batch);
    }

    private void add(Batch batch, int room) {
        var dwelling = Ids.next();
        var household = Ids.next();
        var head = Ids.next();
        dwellings.add(dwelling);
        households.add(household);
        batch.add(new Entry.Dwelling(
                dwelling, compound, "1", "1", 1, "" + room, cell.value(), null, "OWNER_OCCUPIED", 80.0));
        batch.add(new Entry.Household(household, null, "FAMILY", head, dwelling, cell.value()));
        for (var member = 0; member < 3; member++) {
            var person = member == 0 ? head : Ids.next();
            people.add(person);
            add(batch, person, member);
            batch.add(new Entry.Member(Ids.next(), household, person, member == 0 ? "02" : "20", null));
            batch.add(new Entry.Residence(
                    Ids.next(), person, dwelling, "REGISTERED_HERE", null, LocalDate.of(2010, 1, 1), null));
        }
    }

    private void add(Batch batch, UUID person, int member) {
        var number = "E%012d".formatted(ThreadLocalRandom.current().nextLong(1_000_000_000_000L));
        var document = new IdDocument(IdDocument.Kind.PASSPORT, number);
        batch.add(new Entry.Person(
                person,
                "王" + person.toString().substring(24),
                null,
                Sex.MALE,
                LocalDate.of(1960 + 20 * member, 1, 1),
                null,
                null,
                null,
                null,
                null,
                Entry.Registered.UNKNOWN,
                cell.value()));
        batch.add(new Entry.Document(Ids.next(), person, document, null, null, null));
        batch.add(new Entry.Phone(Ids.next(), person, Households.somePhone(), true));
    }
}
