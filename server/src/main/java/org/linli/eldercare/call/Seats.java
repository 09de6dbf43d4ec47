package org.linli.eldercare.call;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.access.Acting;
import org.linli.access.PostingId;
import org.linli.access.PostingsInForce;
import org.linli.eldercare.EldercareReason;
import org.linli.eldercare.EldercareWords;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** At which telephone operators sit (坐席); a call answered there is theirs at once. */
@Service
class Seats {

    private static final Pattern EXTENSION = Pattern.compile("\\d{2,8}");

    private final SeatRows rows;
    private final PostingsInForce postings;
    private final Clock clock;

    Seats(SeatRows rows, PostingsInForce postings, Clock clock) {
        this.rows = rows;
        this.postings = postings;
        this.clock = clock;
    }

    Optional<String> of(Acting by) {
        return rows.of(by.posting().value());
    }

    /** @throws Refusal when somebody else sits there who may still do so */
    @Transactional
    void sit(Acting by, String extension) {
        by.require(EldercareWords.ANSWER_CALLS);
        var digits = extension.strip();
        if (!EXTENSION.matcher(digits).matches()) {
            throw Refusal.ofField("extension", EldercareReason.MALFORMED_EXTENSION);
        }
        holder(digits).filter(other -> !other.posting().equals(by.posting())).ifPresent(other -> {
            throw Refusal.ofField("extension", EldercareReason.EXTENSION_TAKEN, other.name());
        });
        rows.sit(by.posting().value(), digits, clock.instant());
    }

    @Transactional
    void leave(Acting by) {
        by.require(EldercareWords.ANSWER_CALLS);
        rows.leave(by.posting().value());
    }

    /** Who sits there and may answer calls today. */
    Optional<Acting> holder(String extension) {
        return rows.at(extension)
                .flatMap(posting -> postings.find(new PostingId(posting)))
                .filter(acting -> acting.may(EldercareWords.ANSWER_CALLS));
    }
}
