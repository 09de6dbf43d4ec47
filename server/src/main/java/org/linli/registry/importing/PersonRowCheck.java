package org.linli.registry.importing;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.registry.PhoneNumber;
import org.linli.registry.finding.LookupKeys;
import org.linli.registry.finding.Spelling;
import org.linli.registry.person.DocumentRows;
import org.linli.registry.sealing.Seals;
import org.linli.registry.sheet.SheetCodes;
import org.linli.registry.sheet.SheetField;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;
import org.linli.shared.IdDocument.Kind;
import org.linli.shared.IdNumber;
import org.linli.shared.Ids;
import org.linli.shared.Sex;

/** Rows of people: who, in which household, behind which door. */
final class PersonRowCheck implements RowCheck {

    static final String HEAD = "02";

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_TEXT = 100;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}\\u200D·•.'’ -]*");
    private static final Pattern HOUSEHOLD_NUMBER = Pattern.compile("[0-9A-Za-z-]{1,30}");
    private static final Pattern DIGITS_LOST = Pattern.compile("\\d(\\.\\d+)?[eE]\\+?\\d+");
    private static final Pattern REGION = Pattern.compile("(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\\d{4}");

    private final UUID sheet;
    private final Seals seals;
    private final Communities communities;
    private final DivisionCode area;
    private final LocalDate today;

    PersonRowCheck(UUID sheet, Seals seals, Communities communities, DivisionCode area, LocalDate today) {
        this.sheet = sheet;
        this.seals = seals;
        this.communities = communities;
        this.area = area;
        this.today = today;
    }

    @Override
    public String table() {
        return "registry.import_person_row";
    }

    @Override
    public String columns() {
        return """
                import_id, row_number, faulty, new_id, document_kind, number_scope, number_sealed, number_index,
                older_number_indexes, household_number, relation, head_sealed, head_index, household_key,
                name, former_name, pinyin, initials, lookup_keys, sex, birth_date, marital_status, education, occupation,
                employer, native_place, registered_division, registered_address_sealed, phone_sealed, phone_index,
                older_phone_indexes, community, division, compound_name, compound_key, compound_initials, building, unit,
                floor, room, number_key, residence_kind, inflow_reason, from_date, until_date""";
    }

    /** The household of a row. */
    private record Household(
            @Nullable String number,
            @Nullable String relation,
            @Nullable String head) {}

    @Override
    public void stage(int number, Cells cells, CopyText into) {
        var document = document(cells);
        var household = household(cells, document);
        var facts = new CopyText();
        addFacts(cells, document, facts);
        addPhone(cells, facts);
        addPlace(cells, household, facts);
        var index = document == null ? null : seals.numberIndex(document.number());
        var head = household.head() == null ? null : seals.numberIndex(household.head());
        into.add(sheet).add(number).add(cells.isFaulty()).add(Ids.next());
        into.add(document == null ? null : document.kind());
        into.add(document == null ? null : DocumentRows.scope(document));
        into.add(document == null ? null : seals.number(document.number()));
        into.add(index).addBytes(document == null ? null : older(seals.numberIndexes(document.number())));
        into.add(household.number()).add(household.relation());
        into.add(household.head() == null ? null : seals.number(household.head()))
                .add(head);
        into.add(key(household, index, head));
        into.append(facts);
        into.end();
    }

    private @Nullable IdDocument document(Cells cells) {
        var kind = cells.code(SheetField.DOCUMENT_KIND, SheetCodes.DOCUMENT_KIND);
        var text = cells.text(SheetField.DOCUMENT_NUMBER);
        if (text.isEmpty()) {
            cells.fault(SheetField.DOCUMENT_NUMBER, "number-missing");
            return null;
        }
        if (DIGITS_LOST.matcher(text).matches()) {
            cells.fault(SheetField.DOCUMENT_NUMBER, "digits-lost");
            return null;
        }
        if (kind == null && cells.has(SheetField.DOCUMENT_KIND)) {
            return null;
        }
        var meant = kind == null ? kindOf(text) : Kind.valueOf(kind);
        return cells.read(SheetField.DOCUMENT_NUMBER, typed -> IdDocument.read(meant, typed, today));
    }

    /** Most sheets have no column for the kind: a number says itself whose card it stands on. */
    private static Kind kindOf(String number) {
        if (number.length() == 18 && number.startsWith("9")) {
            return Kind.FOREIGN_PERMANENT_RESIDENCE;
        }
        var start = number.length() == 18 ? number.substring(0, 2) : "";
        return switch (start) {
            case "81", "82", "83" -> Kind.HONG_KONG_MACAU_TAIWAN_RESIDENCE;
            default -> Kind.RESIDENT_ID;
        };
    }

    private Household household(Cells cells, @Nullable IdDocument document) {
        var number = cells.text(SheetField.HOUSEHOLD_NUMBER);
        if (!number.isEmpty() && !HOUSEHOLD_NUMBER.matcher(number).matches()) {
            cells.fault(SheetField.HOUSEHOLD_NUMBER, "household-number");
        }
        var relation = cells.code(SheetField.RELATION, SheetCodes.RELATION);
        var head = cells.read(SheetField.HEAD_NUMBER, typed -> headNumber(typed));
        var self = document != null && document.number().equals(head);
        if (relation == null && self && !cells.has(SheetField.RELATION)) {
            relation = HEAD;
        }
        if (relation == null
                && !cells.has(SheetField.RELATION)
                && (!number.isEmpty() || cells.has(SheetField.HEAD_NUMBER))) {
            cells.fault(SheetField.RELATION, "relation-missing");
        }
        if (relation != null && !relation.equals(HEAD) && number.isEmpty() && !cells.has(SheetField.HEAD_NUMBER)) {
            cells.fault(SheetField.HOUSEHOLD_NUMBER, "household-missing");
        }
        if (relation != null && head != null && document != null && relation.equals(HEAD) != self) {
            cells.fault(SheetField.HEAD_NUMBER, self ? "own-head" : "other-head");
        }
        return new Household(
                number.isEmpty() ? null : number, relation, relation != null && relation.equals(HEAD) ? null : head);
    }

    /** The head's document is mostly an identity card, but need not be. */
    private String headNumber(String typed) {
        var compact = typed.replaceAll("\\s", "").toUpperCase(java.util.Locale.ROOT);
        return compact.matches("\\d{15}|\\d{17}[0-9X]") || compact.matches("\\d{10,}X?")
                ? IdNumber.read(typed, today).value()
                : compact;
    }

    private void addFacts(Cells cells, @Nullable IdDocument document, CopyText facts) {
        var name = name(cells, SheetField.NAME);
        if (name == null && !cells.has(SheetField.NAME)) {
            cells.fault(SheetField.NAME, "name-missing");
        }
        var former = name(cells, SheetField.FORMER_NAME);
        var spelling = name == null ? null : Spelling.of(name);
        facts.add(name).add(former);
        facts.add(spelling == null ? null : spelling.pinyin()).add(spelling == null ? null : spelling.initials());
        facts.addTexts(
                name == null || spelling == null ? null : LookupKeys.of(name, spelling, Optional.ofNullable(former)));
        var number = document == null ? Optional.<IdNumber>empty() : document.idNumber();
        facts.add(sex(cells, number)).add(birth(cells, number));
        facts.add(cells.code(SheetField.MARITAL_STATUS, SheetCodes.MARITAL_STATUS));
        facts.add(cells.code(SheetField.EDUCATION, SheetCodes.EDUCATION));
        facts.add(cells.text(SheetField.OCCUPATION, LONGEST_TEXT)).add(cells.text(SheetField.EMPLOYER, LONGEST_TEXT));
        facts.add(nativePlace(cells)).add(registeredDivision(cells));
        var address = cells.text(SheetField.REGISTERED_ADDRESS, LONGEST_TEXT);
        facts.add(address == null ? null : seals.address(address));
    }

    private static @Nullable String name(Cells cells, SheetField field) {
        var name = cells.text(field, LONGEST_NAME);
        if (name != null && !NAME.matcher(name).matches()) {
            cells.fault(field, "name-characters");
            return null;
        }
        return name;
    }

    private static @Nullable String sex(Cells cells, Optional<IdNumber> number) {
        var sex = cells.code(SheetField.SEX, SheetCodes.SEX);
        var told = number.map(IdNumber::sex);
        if (sex == null) {
            return told.map(Sex::name).orElse(null);
        }
        var isStated = sex.equals(Sex.MALE.name()) || sex.equals(Sex.FEMALE.name());
        if (isStated && told.filter(one -> !one.name().equals(sex)).isPresent()) {
            cells.fault(SheetField.SEX, "sex-differs");
        }
        return isStated ? sex : told.map(Sex::name).orElse(sex);
    }

    private @Nullable LocalDate birth(Cells cells, Optional<IdNumber> number) {
        var birth = cells.day(SheetField.BIRTH_DATE, today);
        var told = number.map(IdNumber::birth);
        if (birth != null && told.filter(day -> !day.equals(birth)).isPresent()) {
            cells.fault(SheetField.BIRTH_DATE, "birth-differs");
        }
        return birth == null ? told.orElse(null) : birth;
    }

    private static @Nullable String nativePlace(Cells cells) {
        var text = cells.text(SheetField.NATIVE_PLACE);
        if (!text.isEmpty() && !REGION.matcher(text).matches()) {
            cells.fault(SheetField.NATIVE_PLACE, "unknown-division", Cells.shortened(text));
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String registeredDivision(Cells cells) {
        var text = cells.text(SheetField.REGISTERED_DIVISION);
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() < 6 || !REGION.matcher(text.substring(0, 6)).matches() || !DivisionCode.isValid(text)) {
            cells.fault(SheetField.REGISTERED_DIVISION, "unknown-division", Cells.shortened(text));
            return null;
        }
        return DivisionCode.of(text).value();
    }

    private void addPhone(Cells cells, CopyText facts) {
        var phone = cells.read(SheetField.PHONE, PhoneNumber::read);
        facts.add(phone == null ? null : seals.phone(phone));
        facts.add(phone == null ? null : seals.phoneIndex(phone));
        facts.addBytes(phone == null ? null : older(seals.phoneIndexes(phone)));
    }

    private void addPlace(Cells cells, Household household, CopyText facts) {
        var place = communities.of(cells);
        var isHoused = household.number() != null || household.relation() != null;
        var isLodged = DoorCells.isTold(cells);
        if (place == null && !cells.isFaulty() && (isHoused || isLodged)) {
            cells.fault(SheetField.COMMUNITY, "community-missing");
        }
        var door = isLodged ? DoorCells.read(cells) : null;
        var division = place == null ? area : place;
        facts.add(place == null ? null : place.upTo(DivisionCode.Level.COMMUNITY))
                .add(division);
        if (door == null) {
            for (var n = 0; n < 8; n++) {
                facts.add(null);
            }
        } else {
            facts.add(door.compound()).add(door.compoundKey()).add(door.compoundInitials());
            facts.add(door.building())
                    .add(door.unit())
                    .add(door.floor())
                    .add(door.room())
                    .add(door.numberKey());
        }
        addStay(cells, isLodged, facts);
    }

    private void addStay(Cells cells, boolean isLodged, CopyText facts) {
        var kind = cells.code(SheetField.RESIDENCE_KIND, SheetCodes.RESIDENCE_KIND);
        if (kind != null && !isLodged) {
            cells.fault(SheetField.COMPOUND, "address-missing");
        }
        facts.add(kind == null && isLodged ? usualKind(cells) : kind);
        facts.add(cells.code(SheetField.INFLOW_REASON, SheetCodes.INFLOW_REASON));
        var from = cells.day(SheetField.FROM_DATE, today);
        var until = cells.day(SheetField.UNTIL_DATE, today.plusYears(10));
        if (from != null && until != null && until.isBefore(from)) {
            cells.fault(SheetField.UNTIL_DATE, "dates-reversed");
        }
        facts.add(from).add(until);
    }

    /** Whoever is registered in another district lives here floating. */
    private String usualKind(Cells cells) {
        var registered = cells.text(SheetField.REGISTERED_DIVISION);
        var district = area.upTo(DivisionCode.Level.DISTRICT).value();
        return registered.isEmpty() || registered.startsWith(district) ? "REGISTERED_HERE" : "FLOATING";
    }

    private static @Nullable String key(Household household, byte @Nullable [] index, byte @Nullable [] head) {
        if (household.number() != null) {
            return "N" + household.number();
        }
        var leading = HEAD.equals(household.relation()) ? index : head;
        return leading == null ? null : "H" + HexFormat.of().formatHex(leading);
    }

    private static List<byte[]> older(List<byte[]> indexes) {
        return indexes.subList(1, indexes.size());
    }
}
