package org.linli.registry.importing;

import java.time.LocalDate;
import java.util.UUID;
import org.linli.registry.PhoneNumber;
import org.linli.registry.finding.Spelling;
import org.linli.registry.sealing.Seals;
import org.linli.registry.sheet.SheetCodes;
import org.linli.registry.sheet.SheetField;
import org.linli.shared.DivisionCode;
import org.linli.shared.Uscc;

/** Rows of organisations. */
final class OrganisationRowCheck implements RowCheck {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 100;
    private static final int MOST_EMPLOYEES = 1_000_000;

    private final UUID sheet;
    private final Seals seals;
    private final Communities communities;
    private final DivisionCode area;
    private final LocalDate today;

    OrganisationRowCheck(UUID sheet, Seals seals, Communities communities, DivisionCode area, LocalDate today) {
        this.sheet = sheet;
        this.seals = seals;
        this.communities = communities;
        this.area = area;
        this.today = today;
    }

    @Override
    public String table() {
        return "registry.import_organisation_row";
    }

    @Override
    public String columns() {
        return """
                import_id, row_number, faulty, uscc, name, initials, kind, legal_representative, phone_sealed, address,
                division, lon, lat, employees, established_on, dissolved_on""";
    }

    @Override
    public void stage(int number, Cells cells, CopyText into) {
        var uscc = cells.read(SheetField.USCC, Uscc::read);
        var name = cells.text(SheetField.ORGANISATION_NAME, LONGEST_NAME);
        if (name == null && !cells.has(SheetField.ORGANISATION_NAME)) {
            cells.fault(SheetField.ORGANISATION_NAME, "name-missing");
        }
        var kind = cells.code(SheetField.ORGANISATION_KIND, SheetCodes.ORGANISATION_KIND);
        var representative = cells.text(SheetField.LEGAL_REPRESENTATIVE, LONGEST_NAME);
        if (representative != null && representative.indexOf('*') >= 0) {
            cells.fault(SheetField.LEGAL_REPRESENTATIVE, "masked");
        }
        var phone = cells.read(SheetField.PHONE, PhoneNumber::read);
        var address = cells.text(SheetField.ADDRESS, LONGEST_ADDRESS);
        var place = communities.of(cells);
        var position = Position.read(cells);
        var employees = cells.whole(SheetField.EMPLOYEES, 0, MOST_EMPLOYEES);
        var established = cells.day(SheetField.ESTABLISHED_ON, today);
        var dissolved = cells.day(SheetField.DISSOLVED_ON, today);
        if (established != null && dissolved != null && dissolved.isBefore(established)) {
            cells.fault(SheetField.DISSOLVED_ON, "dates-reversed");
        }
        if (cells.isFaulty() || name == null) {
            return;
        }
        into.add(sheet)
                .add(number)
                .add(false)
                .add(uscc == null ? null : uscc.value())
                .add(name);
        into.add(Spelling.ofWords(name).initials()).add(kind).add(representative);
        into.add(phone == null ? null : seals.contact(phone)).add(address);
        into.add(place == null ? area : place).add(position.lon()).add(position.lat());
        into.add(employees).add(established).add(dissolved);
        into.end();
    }
}
