package org.linli.registry.bulk;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.registry.change.Change;
import org.linli.registry.finding.CompoundName;
import org.linli.registry.finding.DoorNumber;
import org.linli.registry.finding.LookupKeys;
import org.linli.registry.finding.Spelling;
import org.linli.registry.sealing.Seals;
import org.linli.shared.CopyBuffer;
import org.linli.shared.Point;

/**
 * A batch (批次) of entries, sealed and encoded as they are added: a few thousand people at a time keep memory flat. One
 * thread fills a batch; several batches may be filled at once.
 */
public final class Batch {

    /** Rows of one table, ready for COPY. */
    public record Copied(String table, String columns, int rows, ByteBuffer bytes) {}

    /** A record that phones of its grid cell hold. */
    record OnPhones(String type, String division, UUID id) {}

    /** Ordered nearly as the index is, so that the keys of a community go into neighbouring pages. */
    private record Key(String community, String key, UUID person) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            var byCommunity = community.compareTo(other.community);
            return byCommunity != 0 ? byCommunity : key.compareTo(other.key);
        }
    }

    private static final int COMMUNITY = 12;
    private static final int CELL = 15;

    private final Change change;
    private final Seals seals;
    private final Map<CopyTable, CopyBuffer> buffers = new EnumMap<>(CopyTable.class);
    private final List<Key> keys = new ArrayList<>();
    private final Set<UUID> added = new HashSet<>();
    private final Set<UUID> named = new HashSet<>();
    private final List<OnPhones> onPhones = new ArrayList<>();
    private int people;

    Batch(Change change, Seals seals) {
        this.change = change;
        this.seals = seals;
    }

    /** People added so far. */
    public int people() {
        return people;
    }

    /** What phones are to be told of. */
    List<OnPhones> onPhones() {
        return onPhones;
    }

    /** Whether all that its rows name is in the batch itself, so that no row can name something missing. */
    boolean isComplete() {
        return added.containsAll(named);
    }

    public void add(Entry entry) {
        switch (entry) {
            case Entry.Compound compound -> add(compound);
            case Entry.Dwelling dwelling -> add(dwelling);
            case Entry.Person person -> add(person);
            case Entry.Document document -> add(document);
            case Entry.Phone phone -> add(phone);
            case Entry.Household household -> add(household);
            case Entry.Member member -> add(member);
            case Entry.Residence residence -> add(residence);
            case Entry.Organisation organisation -> add(organisation);
            case Entry.Place place -> add(place);
        }
    }

    /** What was added, a part for each table, in the order in which the tables name each other. */
    public List<Copied> parts() {
        keys.sort(null);
        keys.forEach(key ->
                row(CopyTable.LOOKUP).text(key.community()).text(key.key()).uuid(key.person()));
        keys.clear();
        return buffers.entrySet().stream()
                .map(part -> new Copied(
                        part.getKey().table(),
                        part.getKey().columns(),
                        part.getValue().rows(),
                        part.getValue().finished()))
                .toList();
    }

    private void add(Entry.Compound compound) {
        end(at(
                row(CopyTable.COMPOUND)
                        .uuid(compound.id())
                        .text(compound.community())
                        .text(compound.name())
                        .text(CompoundName.key(compound.name()))
                        .text(Spelling.ofWords(compound.name()).initials())
                        .texts(compound.otherNames()),
                compound.at()));
    }

    private void add(Entry.Dwelling dwelling) {
        added.add(dwelling.id());
        tell("dwelling", dwelling.division(), dwelling.id());
        var row = row(CopyTable.DWELLING)
                .uuid(dwelling.id())
                .uuid(dwelling.compound())
                .text(dwelling.building())
                .text(dwelling.unit())
                .integer(dwelling.floor())
                .text(dwelling.room())
                .text(DoorNumber.key(dwelling.building(), dwelling.unit(), dwelling.room()))
                .text(dwelling.division());
        end(at(row, dwelling.at()).text(dwelling.use()).hundredths(dwelling.squareMetres()));
    }

    private void add(Entry.Person person) {
        added.add(person.id());
        tell("person", person.division(), person.id());
        var spelling = Spelling.of(person.name());
        var address = person.registered().address();
        end(row(CopyTable.PERSON)
                .uuid(person.id())
                .text(person.name())
                .text(person.formerName())
                .text(spelling.pinyin())
                .text(spelling.initials())
                .text(person.sex().name())
                .date(person.birth())
                .text(person.maritalStatus())
                .text(person.education())
                .text(person.occupation())
                .text(person.employer())
                .text(person.nativePlace())
                .text(person.registered().division())
                .text(address == null ? null : seals.address(address))
                .text(person.division()));
        people++;
        if (person.division().length() >= COMMUNITY) {
            var community = person.division().substring(0, COMMUNITY);
            LookupKeys.of(person.name(), spelling, Optional.ofNullable(person.formerName()))
                    .forEach(key -> keys.add(new Key(community, key, person.id())));
        }
    }

    private void add(Entry.Document document) {
        named.add(document.person());
        var number = document.document().number();
        end(row(CopyTable.DOCUMENT)
                .uuid(document.id())
                .uuid(document.person())
                .text(document.document().kind().name())
                .text(document.scope())
                .text(seals.number(number))
                .bytea(seals.numberIndex(number))
                .date(document.validFrom())
                .date(document.validUntil()));
    }

    private void add(Entry.Phone phone) {
        named.add(phone.person());
        end(row(CopyTable.PHONE)
                .uuid(phone.id())
                .uuid(phone.person())
                .text(seals.phone(phone.number()))
                .bytea(seals.phoneIndex(phone.number()))
                .bool(phone.preferred()));
    }

    private void add(Entry.Household household) {
        added.add(household.id());
        tell("household", household.division(), household.id());
        names(household.head());
        names(household.dwelling());
        end(row(CopyTable.HOUSEHOLD)
                .uuid(household.id())
                .text(household.number())
                .text(household.kind())
                .uuid(household.head())
                .uuid(household.dwelling())
                .text(household.division()));
    }

    private void add(Entry.Member member) {
        named.addAll(List.of(member.household(), member.person()));
        end(row(CopyTable.HOUSEHOLD_MEMBER)
                .uuid(member.id())
                .uuid(member.household())
                .uuid(member.person())
                .text(member.relation())
                .date(member.from()));
    }

    private void add(Entry.Residence residence) {
        named.addAll(List.of(residence.person(), residence.dwelling()));
        end(row(CopyTable.RESIDENCE)
                .uuid(residence.id())
                .uuid(residence.person())
                .uuid(residence.dwelling())
                .text(residence.kind())
                .text(residence.inflowReason())
                .date(residence.from())
                .date(residence.until()));
    }

    private void add(Entry.Organisation organisation) {
        added.add(organisation.id());
        var phone = organisation.phone();
        var row = row(CopyTable.ORGANISATION)
                .uuid(organisation.id())
                .text(organisation.uscc())
                .text(organisation.name())
                .text(Spelling.ofWords(organisation.name()).initials())
                .text(organisation.kind())
                .text(organisation.legalRepresentative())
                .text(phone == null ? null : seals.contact(phone))
                .text(organisation.address())
                .text(organisation.division());
        end(at(row, organisation.at()).integer(organisation.employees()).date(organisation.established()));
    }

    private void add(Entry.Place place) {
        names(place.organisation());
        end(at(
                row(CopyTable.PLACE)
                        .uuid(place.id())
                        .text(place.kind())
                        .text(place.name())
                        .text(Spelling.ofWords(place.name()).initials())
                        .uuid(place.organisation())
                        .text(place.address())
                        .text(place.phone())
                        .text(place.openingHours())
                        .text(place.division()),
                place.at()));
    }

    private void tell(String type, String division, UUID id) {
        if (division.length() == CELL) {
            onPhones.add(new OnPhones(type, division, id));
        }
    }

    private void names(@Nullable UUID id) {
        if (id != null) {
            named.add(id);
        }
    }

    private CopyBuffer row(CopyTable table) {
        return buffers.computeIfAbsent(table, fresh -> new CopyBuffer(fresh.width()))
                .row();
    }

    private void end(CopyBuffer row) {
        row.instant(change.at()).uuid(change.id());
    }

    private static CopyBuffer at(CopyBuffer row, @Nullable Point at) {
        return row.real(at == null ? null : at.lon()).real(at == null ? null : at.lat());
    }
}
