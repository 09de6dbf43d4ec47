package org.linli.casework.running;

import static org.linli.casework.running.Desks.WANQINGLU_STATION;
import static org.linli.testing.Actings.SHAOXIANLU_STATION;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.linli.access.Acting;
import org.linli.access.PersonalSeal;
import org.linli.area.UnitCode;
import org.linli.casework.CaseId;
import org.linli.casework.CaseReceipt;
import org.linli.testing.SettableClock;
import org.linli.testing.StoredPosting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People of one station and another, and the clock back at its start after each test. */
abstract class BuiltInDeskTests extends DeskTests {

    @Autowired
    SettableClock settable;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PersonalSeal seal;

    final Acting clerk = Desks.clerk();
    final Acting head = Desks.at("station-head", SHAOXIANLU_STATION);
    final Acting other = Desks.clerk(WANQINGLU_STATION);
    Acting colleague = Desks.clerk();

    @BeforeEach
    void hireAColleague() {
        colleague = posted("clerk", SHAOXIANLU_STATION);
    }

    Acting posted(String role, UnitCode unit) {
        return StoredPosting.of(jdbc, seal, role, unit, Desks.DISTRICT, CaseworkWords.ACT, CaseworkWords.READ);
    }

    @AfterEach
    void backToMonday() {
        settable.set(SettableClock.START);
    }

    /** Postings that were told, by the end of the notice's key. */
    List<UUID> told(CaseId id, String what) {
        return jdbc.sql("""
                        select d.posting_id from notify.delivery d join notify.notice n on n.id = d.notice_id
                        where n.unique_key = :key and d.posting_id is not null
                        """)
                .param("key", "casework:" + id.value() + ":" + what)
                .query(UUID.class)
                .list();
    }

    CaseReceipt agency(TestDesk desk) {
        return desk.open(clerk, Desks.request("counter-agency", SHAOXIANLU_STATION));
    }
}
