package org.linli.counter.department;

import java.time.Clock;
import org.linli.privacy.FieldCipher;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Inbox of the department lines: checks who sent an answer, stores it, acknowledges; applying comes after. */
@Component
class Inbox {

    static final String SEALED_AS = "counter.department_answer.body_sealed";

    private final DepartmentLines lines;
    private final InboxRows rows;
    private final AnswerReader reader;
    private final FieldCipher cipher;
    private final Clock clock;

    Inbox(DepartmentLines lines, InboxRows rows, AnswerReader reader, FieldCipher cipher, Clock clock) {
        this.lines = lines;
        this.rows = rows;
        this.reader = reader;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** The acknowledgement a department gets. */
    record Acknowledged(String answerId, boolean received, boolean duplicate) {}

    @Transactional
    Acknowledged receive(String line, LineSignature signature, String path, byte[] body) {
        admit(line, signature, path, body);
        var head = reader.head(body);
        var digest = LineSignature.digest(body);
        var known = rows.digestOf(line, head.answerId());
        if (known.isPresent()) {
            if (!known.get().equals(digest)) {
                throw Refusal.because(LineReason.LINE_ANSWER_CHANGED, head.answerId());
            }
            rows.deliveredAgain(line, head.answerId());
            return new Acknowledged(head.answerId(), true, true);
        }
        var sealed = cipher.seal(SEALED_AS, new String(body, java.nio.charset.StandardCharsets.UTF_8));
        var fresh = rows.store(Ids.next(), line, head, sealed, digest, clock.instant());
        return new Acknowledged(head.answerId(), true, !fresh);
    }

    private void admit(String line, LineSignature signature, String path, byte[] body) {
        lines.known(line);
        var secret = lines.secret(line).orElseThrow(() -> Refusal.because(LineReason.LINE_UNSIGNED));
        if (!signature.isGenuine(secret, "POST", path, body)) {
            throw Refusal.because(LineReason.LINE_UNSIGNED);
        }
        if (!signature.isTimely(clock.instant())) {
            throw Refusal.because(LineReason.LINE_CLOCK_SKEW);
        }
        if (!rows.firstUse(line, signature.nonce(), clock.instant())) {
            throw Refusal.because(LineReason.LINE_REPLAYED);
        }
    }
}
