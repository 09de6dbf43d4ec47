package org.linli.wearables.batch;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registered devices that were heard of, kept in memory. Whoever changes a device, or what its wearer agreed to, waits for
 * the batches under way and raises a version that every batch looks at: a consent that was withdrawn counts from the next
 * message on, and yet a batch asks for all its devices with one number.
 */
@Component
class KnownDevices {

    private final KnownRows rows;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private long version;

    KnownDevices(KnownRows rows) {
        this.rows = rows;
    }

    /** Those of the numbers that are registered, by number; they stay as they are until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Known> find(Collection<String> numbers) {
        rows.holdStill();
        forgetChanged();
        var found = new HashMap<String, Known>();
        var missing = numbers.stream()
                .filter(number -> {
                    var one = known.get(number);
                    if (one != null) {
                        found.put(number, one);
                    }
                    return one == null;
                })
                .toList();
        if (!missing.isEmpty()) {
            var read = rows.find(missing);
            known.putAll(read);
            found.putAll(read);
        }
        return found;
    }

    private synchronized void forgetChanged() {
        var changes = rows.since(version);
        if (changes.complete()) {
            changes.numbers().forEach(known::remove);
        } else {
            known.clear();
        }
        version = changes.version();
    }
}
