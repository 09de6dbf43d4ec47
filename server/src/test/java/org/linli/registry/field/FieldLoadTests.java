package org.linli.registry.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.registry.bulk.BulkLoad;
import org.linli.registry.testing.ChangeLog;
import org.linli.registry.testing.FilledCell;
import org.linli.shared.DivisionCode;
import org.linli.sync.contributions.SyncedCollection;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first load of a cell: about 2,000 records. */
@LinliTest
class FieldLoadTests {

    private static final int PAGE = 500;

    @Autowired
    FieldPeople people;

    @Autowired
    FieldHouseholds households;

    @Autowired
    FieldDwellings dwellings;

    @Autowired
    BulkLoad bulk;

    @Autowired
    JdbcClient jdbc;

    @Test
    void loadsAWholeCell() {
        var cell = DivisionCode.of("150203001015010");
        var filled = new FilledCell(bulk, cell, 390);
        new ChangeLog(jdbc).equalsTheBase();
        assertThat(new ChangeLog(jdbc).scopesOf(filled.people.getLast())).containsExactly("grid:" + cell);
        assertThat(load(filled)).isEqualTo(390 * 5);
    }

    private int load(FilledCell filled) {
        return load(people, filled.people) + load(households, filled.households) + load(dwellings, filled.dwellings);
    }

    private static int load(SyncedCollection collection, List<UUID> ids) {
        var loaded = 0;
        for (var from = 0; from < ids.size(); from += PAGE) {
            var page = new ArrayList<>(ids.subList(from, Math.min(ids.size(), from + PAGE)));
            loaded += collection.load(Doorstep.worker(), page).size();
        }
        return loaded;
    }
}
