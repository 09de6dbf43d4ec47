package org.linli.eldercare.call;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.linli.access.Paces;
import org.linli.eldercare.EldercareReason;
import org.linli.eldercare.trunk.Trunks;
import org.linli.shared.BodySignature;
import org.linli.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where telephone systems report calls. Nobody signs in here: the signature says who it is. */
@RestController
@RequestMapping("/api/public/eldercare/calls/events")
class CallEventsController {

    private static final int LONGEST = 8 * 1024;

    /** A hotline of twenty seats makes some ten events a second at its busiest. */
    private static final Paces.Limit PACE = new Paces.Limit("eldercare.events", 6000, Duration.ofMinutes(1));

    private final Trunks trunks;
    private final CallIntake intake;
    private final Paces paces;
    private final Clock clock;

    CallEventsController(Trunks trunks, CallIntake intake, Paces paces, Clock clock) {
        this.trunks = trunks;
        this.intake = intake;
        this.paces = paces;
        this.clock = clock;
    }

    /** Answered when the event is committed, also for one that came before. */
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeCallEvent(
            @RequestHeader(name = Trunks.TRUNK, defaultValue = "") String trunk,
            @RequestHeader(name = BodySignature.TIMESTAMP, defaultValue = "") String timestamp,
            @RequestHeader(name = BodySignature.SIGNATURE, defaultValue = "") String signature,
            HttpServletRequest request)
            throws IOException {
        var body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw Refusal.because(EldercareReason.EVENT_TOO_LONG, LONGEST / 1024);
        }
        var signer = trunks.signer(trunk, new BodySignature(timestamp, signature), body);
        paces.count(PACE, Integer.toString(signer.id()));
        intake.take(signer, CallWords.read(body, clock.instant()));
    }
}
