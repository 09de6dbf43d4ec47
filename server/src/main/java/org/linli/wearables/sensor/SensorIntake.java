package org.linli.wearables.sensor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.linli.shared.Refusal;
import org.linli.wearables.WearablesReason;
import org.linli.wearables.batch.Gateway;
import org.linli.wearables.batch.Message;
import org.linli.wearables.batch.Sender;
import org.linli.wearables.sensor.VendorRows.Keyed;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Hands readings of a vendor's platform to the gateway, each judged by itself: one that is wrong, or of a device nobody
 * registered, keeps no other from being stored.
 */
@Component
class SensorIntake {

    private static final int MOST = 500;

    /** After how many seconds it is worth trying again. */
    static final int AGAIN = 5;

    private final VendorRows vendors;
    private final Gateway gateway;
    private final Clock clock;

    SensorIntake(VendorRows vendors, Gateway gateway, Clock clock) {
        this.vendors = vendors;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** What became of a reading. */
    sealed interface Judged {

        record Stored() implements Judged {}

        /** There is no such device in the vendor's area; nothing of it is kept. */
        record NotRegistered() implements Judged {}

        /** The database does not take it, or the device was taken out of use this moment. */
        record NotStored() implements Judged {}

        record Wrong(Refusal why) implements Judged {}
    }

    /**
     * Completed once all that can be stored is committed, in the order of the readings.
     *
     * @throws Refusal for what holds no readings, and when too much waits: then all is sent again
     */
    CompletableFuture<List<Judged>> take(Keyed vendor, byte[] body) {
        var readings = SensorWords.readings(body, MOST);
        var judged = new ArrayList<CompletableFuture<Judged>>();
        var messages = new HashMap<Integer, Message>();
        for (var n = 0; n < readings.size(); n++) {
            judged.add(judge(readings.get(n), n, messages));
        }
        handOver(vendor, messages, judged);
        return CompletableFuture.allOf(judged.toArray(CompletableFuture[]::new))
                .thenApply(done -> judged.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<Judged> judge(JsonNode reading, int n, Map<Integer, Message> messages) {
        try {
            messages.put(n, SensorWords.read(reading, clock.instant()));
            return new CompletableFuture<>();
        } catch (Refusal wrong) {
            return CompletableFuture.completedFuture(new Judged.Wrong(wrong));
        }
    }

    /** Calls for help first, in case the queue fills. */
    private void handOver(Keyed vendor, Map<Integer, Message> messages, List<CompletableFuture<Judged>> judged) {
        var numbers = messages.values().stream().map(Message::device).distinct().toList();
        var registered = vendors.registered(numbers, vendor.division());
        messages.entrySet().stream()
                .sorted(Comparator.comparing(message -> !message.getValue().isUrgent()))
                .forEach(one -> {
                    var answer = judged.get(one.getKey());
                    if (!registered.contains(one.getValue().device())) {
                        answer.complete(new Judged.NotRegistered());
                    } else if (!gateway.take(one.getValue(), new Waiting(answer))) {
                        throw Refusal.because(WearablesReason.READINGS_WAIT, AGAIN);
                    }
                });
    }

    private record Waiting(CompletableFuture<Judged> judged) implements Sender {

        @Override
        public void answer(byte[] bytes) {
            judged.complete(new Judged.Stored());
        }

        @Override
        public void refuse() {
            judged.complete(new Judged.NotStored());
        }
    }
}
