package org.linli.wearables.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.shared.DivisionCode;
import org.linli.testing.DeviceNumbers;
import org.linli.testing.LinliTest;
import org.linli.wearables.AlarmKind;
import org.linli.wearables.ConsentKind;
import org.linli.wearables.Wearables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class StoringBatchTests {

    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001016");
    private static final Acting BY = Acting.system("test");

    /** A day nothing else in the tests stores anything on, one minute before it ends in China. */
    private static final Instant NOW = Instant.parse("2026-03-10T15:59:00Z");

    @Autowired
    StoringBatch storing;

    @Autowired
    Wearables wearables;

    @Autowired
    JdbcClient jdbc;

    private final String number = DeviceNumbers.next();
    private int device;

    @BeforeEach
    void aWatchOnAWrist() {
        device = wearables.register(BY, number, "H59", COMMUNITY);
        wearables.handOut(BY, device, UUID.randomUUID(), COMMUNITY);
    }

    @Test
    void keepsOnlyWhatItsWearerAgreedTo() {
        storing.store(List.of(said(NOW)));
        assertThat(count("fix")).isZero();
        assertThat(count("vital")).isZero();
        assertThat(count("state where fix_at is null and")).isOne();
        agree(ConsentKind.POSITION);
        storing.store(List.of(said(NOW.plusSeconds(1))));
        assertThat(count("fix")).isZero();
        assertThat(count("state where fix_at is not null and")).isOne();
        agree(ConsentKind.TRACK, ConsentKind.VITALS);
        storing.store(List.of(said(NOW.plusSeconds(2))));
        assertThat(count("fix")).isOne();
        assertThat(jdbc.sql("""
                        select v.value || '/' || v.second || ' ' || s.value
                          from wearables.vital v join wearables.vital_state s using (device_id, kind)
                         where device_id = :device""").param("device", device).query(String.class).list())
                .containsExactly("128/76 128");
    }

    @Test
    void forgetsWhatAConsentThatEndedWasFor() {
        agree(ConsentKind.POSITION, ConsentKind.TRACK, ConsentKind.VITALS);
        storing.store(List.of(said(NOW)));
        wearables.handOut(BY, device, UUID.randomUUID(), COMMUNITY);
        assertThat(count("fix")).isZero();
        assertThat(count("vital")).isZero();
        assertThat(count("vital_state")).isZero();
        storing.store(List.of(said(NOW.plusSeconds(1))));
        assertThat(count("fix")).isZero();
        assertThat(count("vital")).isZero();
    }

    @Test
    void storesOnceWhatIsSaidAgain() {
        agree(ConsentKind.POSITION, ConsentKind.TRACK, ConsentKind.VITALS);
        var way = IntStream.range(0, 20)
                .mapToObj(n -> said(NOW.plusSeconds(5 * n)))
                .toList();
        storing.store(way);
        storing.store(way);
        storing.store(Stream.concat(way.stream(), way.stream()).toList());
        assertThat(count("fix")).isEqualTo(20);
        assertThat(count("vital"))
                .as("the same pressure within a minute is the same measurement")
                .isEqualTo(2);
    }

    /** Points that were kept while there was no line come in any order, after newer ones. */
    @Test
    void addsWhatComesLateAndMovesNobodyByIt() {
        agree(ConsentKind.POSITION, ConsentKind.TRACK);
        storing.store(List.of(said(NOW)));
        var late = new ArrayList<Message>();
        for (var minutes = 60; minutes > 0; minutes--) {
            late.add(said(NOW.minus(Duration.ofMinutes(minutes)), NOW.plusSeconds(1), 109.9));
        }
        storing.store(late);
        storing.store(late.reversed());
        assertThat(count("fix")).isEqualTo(61);
        assertThat(count("state where lon = 109.83 and")).isOne();
    }

    @Test
    void keepsAndMarksWhatAClockSaysThatIsOff() {
        agree(ConsentKind.POSITION, ConsentKind.TRACK);
        for (var off : List.of(Duration.ofDays(-9000), Duration.ofHours(-25), Duration.ofMinutes(11))) {
            storing.store(List.of(said(NOW.plus(off), NOW, 109.83, AlarmKind.FALL)));
        }
        assertThat(count("fix where marks = 1 and")).isEqualTo(3);
        assertThat(count("state where fix_at is null and")).isOne();
        assertThat(count("alarm")).isZero();
        storing.store(List.of(said(NOW.plus(Duration.ofDays(-9000)), NOW, 109.83, AlarmKind.SOS)));
        assertThat(count("alarm")).isOne();
    }

    @Test
    void storesAcrossMidnight() {
        agree(ConsentKind.POSITION, ConsentKind.TRACK);
        storing.store(IntStream.range(0, 4)
                .mapToObj(n -> said(NOW.plusSeconds(30 * n)))
                .toList());
        assertThat(jdbc.sql("select distinct tableoid::regclass::text from wearables.fix where device_id = :device")
                        .param("device", device)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("wearables.fix_20260310", "wearables.fix_20260311");
    }

    private void agree(ConsentKind... kinds) {
        for (var kind : kinds) {
            wearables.consent(BY, device, kind, "本人书面同意");
        }
    }

    private Message said(Instant at) {
        return said(at, at, 109.83);
    }

    private Message said(Instant at, Instant received, double lon, AlarmKind... kinds) {
        return new Message(
                number,
                received,
                at,
                OptionalInt.empty(),
                Fix.of(at, lon, 40.65, 3),
                Vital.pressure(at, 128, 76).stream().toList(),
                Set.of(kinds),
                Optional.empty());
    }

    private int count(String what) {
        var from = what.contains(" where ") ? what : what + " where";
        return jdbc.sql("select count(*) from wearables." + from + " device_id = :device")
                .param("device", device)
                .query(Integer.class)
                .single();
    }
}
