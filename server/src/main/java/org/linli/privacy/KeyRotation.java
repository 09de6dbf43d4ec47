package org.linli.privacy;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Rotation of the field key (密钥轮换): a new key seals from now on, and what was sealed before is sealed anew. */
@Service
class KeyRotation {

    private static final int BATCH = 500;

    private final Keystore keystore;
    private final KeyRows rows;
    private final FieldCipher cipher;
    private final ObjectProvider<SealedColumns> columns;
    private final Clock clock;

    KeyRotation(
            Keystore keystore, KeyRows rows, FieldCipher cipher, ObjectProvider<SealedColumns> columns, Clock clock) {
        this.keystore = keystore;
        this.rows = rows;
        this.cipher = cipher;
        this.columns = columns;
        this.clock = clock;
    }

    /** Puts a new key into use. The old ones stay in the keystore, so nothing becomes unreadable. */
    int begin() {
        var number = keystore.addNext(Keystore.FIELD);
        var name = Keystore.name(Keystore.FIELD, number);
        rows.insert(name, PrivacyConfiguration.check(name, keystore.newest(Keystore.FIELD)), clock.instant());
        return number;
    }

    /** Seals everything anew that is under an older key, batch by batch; may be stopped and begun again at any time. */
    long finish() {
        return columns.stream().mapToLong(this::finish).sum();
    }

    private long finish(SealedColumns part) {
        var prefix = "k" + keystore.newestNumber(Keystore.FIELD) + ".";
        var total = 0L;
        for (var done = BATCH; done == BATCH; total += done) {
            done = part.reseal(prefix, this::reseal, BATCH);
        }
        return total;
    }

    private String reseal(String contextAndValue) {
        var parts = List.of(contextAndValue.split("\n", 2));
        return cipher.seal(parts.getFirst(), cipher.open(parts.getFirst(), parts.getLast()));
    }
}
