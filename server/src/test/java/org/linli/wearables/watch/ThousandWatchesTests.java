package org.linli.wearables.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.testing.DeviceNumbers;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A cell tower came back: a thousand watches link up at once, and a hundred that nobody registered among them. */
@LinliTest
class ThousandWatchesTests {

    private static final int REGISTERED = 1_000;
    private static final int UNKNOWN = 100;
    private static final int PATIENCE_MILLIS = 60_000;

    private final long first = DeviceNumbers.take(REGISTERED + UNKNOWN);

    @Autowired
    WatchListener listener;

    @Autowired
    JdbcClient jdbc;

    @Test
    void areAllAnsweredAndTheOthersHungUpOn() throws Exception {
        jdbc.sql("""
                insert into wearables.device (number, model, division, wearer, registered_at, registered_by)
                select (:first + n)::text, 'H59', '150203001016', gen_random_uuid(), now(), gen_random_uuid()
                  from generate_series(0, :last) n""").param("first", first).param("last", REGISTERED - 1).update();
        var together = new CyclicBarrier(REGISTERED + UNKNOWN);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, REGISTERED + UNKNOWN)
                    .mapToObj(n -> executor.submit((Callable<Boolean>) () -> {
                        together.await();
                        return isAnswered(Long.toString(first + n));
                    }))
                    .toList();
            for (var n = 0; n < REGISTERED + UNKNOWN; n++) {
                assertThat(answers.get(n).get()).as("watch %d", n).isEqualTo(n < REGISTERED);
            }
        }
        assertThat(jdbc.sql("""
                        select count(*) from wearables.state s join wearables.device d on d.id = s.device_id
                         where d.number between :first and :last""")
                        .param("first", Long.toString(first))
                        .param("last", Long.toString(first + REGISTERED + UNKNOWN))
                        .query(Integer.class)
                        .single())
                .isEqualTo(REGISTERED);
    }

    private boolean isAnswered(String number) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(("[3G*" + number + "*0002*LK]").getBytes(StandardCharsets.US_ASCII));
            var answer = "[3G*" + number + "*0002*LK]";
            var heard = socket.getInputStream().readNBytes(answer.length());
            return new String(heard, StandardCharsets.US_ASCII).equals(answer);
        }
    }
}
