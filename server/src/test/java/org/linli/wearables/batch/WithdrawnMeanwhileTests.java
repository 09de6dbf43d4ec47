package org.linli.wearables.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.shared.DivisionCode;
import org.linli.testing.DeviceNumbers;
import org.linli.testing.LinliTest;
import org.linli.testing.TwoWriters;
import org.linli.wearables.ConsentKind;
import org.linli.wearables.Wearables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LinliTest
class WithdrawnMeanwhileTests {

    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001016");
    private static final String NUMBER = DeviceNumbers.next();

    @Autowired
    StoringBatch storing;

    @Autowired
    Wearables wearables;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    /** Handing a watch on ends the consent; a position that comes at that moment is not stored after it. */
    @Test
    void keepsNoPositionThatCameWhileTheConsentEnded() throws Exception {
        var by = Acting.system("test");
        var device = wearables.register(by, NUMBER, "H59", COMMUNITY);
        wearables.handOut(by, device, UUID.randomUUID(), COMMUNITY);
        wearables.consent(by, device, ConsentKind.POSITION, "本人书面同意");
        var now = Instant.now();
        var said = new Message(
                NUMBER,
                now,
                now,
                OptionalInt.of(50),
                Fix.of(now, 109.83, 40.65, 0),
                List.of(),
                Set.of(),
                Optional.empty());
        new TwoWriters(jdbc, transaction)
                .meet(
                        () -> wearables.handOut(by, device, UUID.randomUUID(), COMMUNITY),
                        () -> storing.store(List.of(said)));
        assertThat(jdbc.sql(
                                "select count(*) from wearables.state where device_id = :device and battery = 50 and lon is null")
                        .param("device", device)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
