package org.linli.registry.exporting;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.linli.privacy.Masking;
import org.linli.registry.sealing.Seals;
import org.linli.registry.sheet.SheetCodes;
import org.linli.registry.sheet.SheetField;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the base for an export, row after row; inside one transaction, so that all rows are of one moment. */
@Component
class ExportQueries {

    private static final int FETCHED = 1_000;

    /** Behind every code of an area in the order of bytes. */
    private static final String AFTER = "~";

    private static final String PEOPLE = """
            select p.*, d.kind as document_kind, d.number_sealed, f.number_sealed as phone_sealed, g.number as household_number,
                   m.relation, h.number_sealed as head_sealed, r.kind as residence_kind, r.inflow_reason, r.from_date,
                   r.until_date, w.building, w.unit, w.floor, w.room, w.division as door_division, c.name as compound
              from registry.person p
              left join lateral (select * from registry.document d where d.person_id = p.id and d.voided_at is null
                                  order by (d.number_scope = 'CITIZEN') desc, d.id limit 1) d on true
              left join lateral (select * from registry.phone f where f.person_id = p.id and f.voided_at is null
                                  order by f.preferred desc, f.id limit 1) f on true
              left join registry.household_member m on m.person_id = p.id and m.until_date is null and m.voided_at is null
              left join registry.household g on g.id = m.household_id
              left join lateral (select * from registry.document h
                                  where g.number is null and h.person_id = g.head_id and h.voided_at is null
                                  order by (h.number_scope = 'CITIZEN') desc, h.id limit 1) h on true
              left join lateral (select * from registry.residence r
                                  where r.person_id = p.id and r.until_date is null and r.voided_at is null
                                  order by (r.kind = 'LIVING_ELSEWHERE'), r.id desc limit 1) r on true
              left join registry.dwelling w on w.id = r.dwelling_id
              left join registry.compound c on c.id = w.compound_id
             where p.division >= ? and p.division < ? and p.voided_at is null and p.standing = 'PRESENT'
               and not exists (select from registry.person_restriction x
                                where x.person_id = p.id and x.lifted_change_id is null)
             order by p.division, p.id""";

    private static final String DWELLINGS = """
            select w.*, c.name as compound from registry.dwelling w join registry.compound c on c.id = w.compound_id
             where w.division >= ? and w.division < ? and w.voided_at is null order by w.division, w.id""";

    private static final String ORGANISATIONS = """
            select * from registry.organisation
             where division >= ? and division < ? and voided_at is null order by division, id""";

    private final JdbcTemplate stream;
    private final Seals seals;

    ExportQueries(JdbcTemplate rows, Seals seals) {
        this.stream = new JdbcTemplate(Objects.requireNonNull(rows.getDataSource()));
        this.stream.setFetchSize(FETCHED);
        this.seals = seals;
    }

    void each(Export export, Consumer<ExportedRow> consumer) {
        var area = export.area().value();
        var full = export.unmasked();
        switch (export.kind()) {
            case PEOPLE ->
                stream.query(
                        PEOPLE,
                        row -> {
                            consumer.accept(person(row, full));
                        },
                        area,
                        area + AFTER);
            case DWELLINGS ->
                stream.query(
                        DWELLINGS,
                        row -> {
                            consumer.accept(dwelling(row));
                        },
                        area,
                        area + AFTER);
            case ORGANISATIONS ->
                stream.query(
                        ORGANISATIONS,
                        row -> {
                            consumer.accept(organisation(row, full));
                        },
                        area,
                        area + AFTER);
        }
    }

    private ExportedRow person(ResultSet row, boolean full) throws SQLException {
        var number = opened(row.getString("number_sealed"));
        var head = opened(row.getString("head_sealed"));
        var numbers = new ArrayList<String>();
        if (number != null) {
            numbers.add(number);
        }
        if (head != null && !head.equals(number)) {
            numbers.add(head);
        }
        var cells = new ExportedRow.Cells();
        cells.put(SheetField.NAME, full ? row.getString("name") : Masking.name(row.getString("name")));
        cells.put(SheetField.DOCUMENT_KIND, word(SheetCodes.DOCUMENT_KIND, row.getString("document_kind")));
        cells.put(SheetField.DOCUMENT_NUMBER, number == null || full ? number : masked(number));
        var former = row.getString("former_name");
        cells.put(SheetField.FORMER_NAME, former == null || full ? former : Masking.name(former));
        cells.put(SheetField.SEX, word(SheetCodes.SEX, row.getString("sex")));
        cells.put(SheetField.BIRTH_DATE, birth(row.getDate("birth_date"), full));
        cells.put(
                SheetField.MARITAL_STATUS,
                full ? word(SheetCodes.MARITAL_STATUS, row.getString("marital_status")) : null);
        cells.put(SheetField.EDUCATION, full ? word(SheetCodes.EDUCATION, row.getString("education")) : null);
        if (full) {
            cells.put(SheetField.NATIVE_PLACE, row.getString("native_place"));
            cells.put(SheetField.OCCUPATION, row.getString("occupation"));
            cells.put(SheetField.EMPLOYER, row.getString("employer"));
        }
        cells.put(SheetField.REGISTERED_DIVISION, row.getString("registered_division"));
        addSealed(row, full, cells);
        addHome(row, full, head, cells);
        return new ExportedRow(cells.all(), numbers);
    }

    private void addSealed(ResultSet row, boolean full, ExportedRow.Cells cells) throws SQLException {
        var phone = row.getString("phone_sealed");
        if (phone != null) {
            cells.put(SheetField.PHONE, full ? seals.openPhone(phone) : Masking.phone(seals.openPhone(phone)));
        }
        var address = row.getString("registered_address_sealed");
        if (address != null) {
            cells.put(
                    SheetField.REGISTERED_ADDRESS,
                    full ? seals.openAddress(address) : Masking.address(seals.openAddress(address)));
        }
    }

    private static void addHome(ResultSet row, boolean full, @Nullable String head, ExportedRow.Cells cells)
            throws SQLException {
        var household = row.getString("household_number");
        cells.put(SheetField.HOUSEHOLD_NUMBER, household == null || full ? household : Masking.document(household));
        cells.put(SheetField.RELATION, word(SheetCodes.RELATION, row.getString("relation")));
        cells.put(SheetField.HEAD_NUMBER, head == null || full ? head : masked(head));
        var door = row.getString("door_division");
        addPlace(door == null ? row.getString("division") : door, cells);
        cells.put(SheetField.COMPOUND, row.getString("compound"));
        if (full) {
            addDoor(row, cells);
        }
        cells.put(SheetField.RESIDENCE_KIND, word(SheetCodes.RESIDENCE_KIND, row.getString("residence_kind")));
        cells.put(SheetField.INFLOW_REASON, word(SheetCodes.INFLOW_REASON, row.getString("inflow_reason")));
        cells.put(SheetField.FROM_DATE, row.getDate("from_date"));
        cells.put(SheetField.UNTIL_DATE, row.getDate("until_date"));
    }

    private static void addPlace(String division, ExportedRow.Cells cells) {
        cells.put(SheetField.COMMUNITY, division.length() >= 12 ? division.substring(0, 12) : null);
        cells.put(SheetField.GRID_CELL, division.length() == 15 ? division : null);
    }

    private static void addDoor(ResultSet row, ExportedRow.Cells cells) throws SQLException {
        cells.put(SheetField.BUILDING, row.getString("building")).put(SheetField.UNIT, row.getString("unit"));
        cells.put(SheetField.FLOOR, row.getString("floor")).put(SheetField.ROOM, row.getString("room"));
    }

    /** An address belongs to nobody, so it is shown whole. */
    private static ExportedRow dwelling(ResultSet row) throws SQLException {
        var cells = new ExportedRow.Cells();
        addPlace(row.getString("division"), cells);
        cells.put(SheetField.COMPOUND, row.getString("compound"));
        addDoor(row, cells);
        cells.put(SheetField.DWELLING_USE, word(SheetCodes.DWELLING_USE, row.getString("use")));
        cells.put(SheetField.SQUARE_METRES, row.getString("square_metres"));
        cells.put(SheetField.LONGITUDE, row.getString("lon")).put(SheetField.LATITUDE, row.getString("lat"));
        return new ExportedRow(cells.all(), java.util.List.of());
    }

    private ExportedRow organisation(ResultSet row, boolean full) throws SQLException {
        var cells = new ExportedRow.Cells();
        cells.put(SheetField.USCC, row.getString("uscc")).put(SheetField.ORGANISATION_NAME, row.getString("name"));
        cells.put(SheetField.ORGANISATION_KIND, word(SheetCodes.ORGANISATION_KIND, row.getString("kind")));
        var representative = row.getString("legal_representative");
        cells.put(
                SheetField.LEGAL_REPRESENTATIVE,
                representative == null || full ? representative : Masking.name(representative));
        var phone = row.getString("phone_sealed");
        if (phone != null) {
            cells.put(SheetField.PHONE, full ? seals.openContact(phone) : Masking.phone(seals.openContact(phone)));
        }
        cells.put(SheetField.ADDRESS, row.getString("address"));
        addPlace(row.getString("division"), cells);
        cells.put(SheetField.EMPLOYEES, row.getString("employees"));
        cells.put(SheetField.ESTABLISHED_ON, row.getDate("established_on"));
        cells.put(SheetField.DISSOLVED_ON, row.getDate("dissolved_on"));
        cells.put(SheetField.LONGITUDE, row.getString("lon")).put(SheetField.LATITUDE, row.getString("lat"));
        return new ExportedRow(cells.all(), java.util.List.of());
    }

    private @Nullable String opened(@Nullable String sealed) {
        return sealed == null ? null : seals.openNumber(sealed);
    }

    private static String masked(String number) {
        return number.length() == 18 ? Masking.idNumber(number) : Masking.document(number);
    }

    private static @Nullable String birth(@Nullable Date day, boolean full) {
        if (day == null) {
            return null;
        }
        return full ? day.toString() : day.toString().substring(0, 4);
    }

    private static @Nullable String word(SheetCodes codes, @Nullable String code) {
        return code == null ? null : codes.word(code);
    }
}
