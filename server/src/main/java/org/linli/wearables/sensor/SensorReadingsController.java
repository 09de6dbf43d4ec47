package org.linli.wearables.sensor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccessReason;
import org.linli.access.Paces;
import org.linli.shared.BodySignature;
import org.linli.shared.Refusal;
import org.linli.wearables.WearablesReason;
import org.linli.wearables.sensor.SensorIntake.Judged;
import org.linli.wearables.sensor.VendorRows.Keyed;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where vendors' platforms send readings. Nobody signs in here: the signature says who it is. */
@RestController
@RequestMapping("/api/public/wearables/sensors/readings")
class SensorReadingsController {

    private static final int MOST_KB = 256;
    private static final Paces.Limit PACE = new Paces.Limit("wearables.readings", 600, Duration.ofMinutes(1));
    private static final int PATIENCE_SECONDS = 10;

    private final Vendors vendors;
    private final SensorIntake intake;
    private final Paces paces;

    SensorReadingsController(Vendors vendors, SensorIntake intake, Paces paces) {
        this.vendors = vendors;
        this.intake = intake;
        this.paces = paces;
    }

    enum Outcome {
        STORED,
        NOT_REGISTERED,
        NOT_STORED,
        WRONG
    }

    /**
     * What became of a reading.
     *
     * @param field which of its fields is wrong
     * @param reason why
     */
    record ReadingView(
            Outcome outcome,
            @Nullable String field,
            @Nullable String reason) {}

    /** One for each reading, in their order. */
    record ReadingsView(List<ReadingView> readings) {}

    /**
     * Answered when what is right is committed. When any reading is wrong, the answer is a problem that names the first
     * wrong field and has the same list: what is right is stored all the same.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    CompletableFuture<ReadingsView> takeSensorReadings(
            @RequestHeader(name = VendorSignature.VENDOR, defaultValue = "") String vendor,
            @RequestHeader(name = BodySignature.TIMESTAMP, defaultValue = "") String timestamp,
            @RequestHeader(name = BodySignature.SIGNATURE, defaultValue = "") String signature,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try {
            var body = body(request);
            var signer = admit(new VendorSignature(vendor, new BodySignature(timestamp, signature)), body);
            return intake.take(signer, body)
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .handle((judged, late) -> {
                        if (late != null) {
                            throw new CompletionException(waiting(response, tooMuchWaits()));
                        }
                        return answer(judged);
                    });
        } catch (Refusal refusal) {
            throw waiting(response, refusal);
        } catch (DataAccessResourceFailureException | CannotCreateTransactionException away) {
            throw waiting(response, tooMuchWaits());
        }
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        var most = MOST_KB * 1024;
        var body = request.getContentLengthLong() > most
                ? Optional.<byte[]>empty()
                : Optional.of(request.getInputStream().readNBytes(most + 1));
        return body.filter(bytes -> bytes.length <= most)
                .orElseThrow(() -> Refusal.because(WearablesReason.READINGS_TOO_LONG, MOST_KB));
    }

    private Keyed admit(VendorSignature signature, byte[] body) {
        var signer = vendors.signer(signature, body);
        paces.count(PACE, Integer.toString(signer.id()));
        vendors.use(signer, signature);
        return signer;
    }

    private static Refusal tooMuchWaits() {
        return Refusal.because(WearablesReason.READINGS_WAIT, SensorIntake.AGAIN);
    }

    /** The same refusal, with the seconds to wait where there are some. */
    private static Refusal waiting(HttpServletResponse response, Refusal refusal) {
        if (refusal.reason() == WearablesReason.READINGS_WAIT || refusal.reason() == AccessReason.TOO_OFTEN) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(refusal.arguments().getFirst()));
        }
        return refusal;
    }

    private static ReadingsView answer(List<Judged> judged) {
        var views = judged.stream().map(SensorReadingsController::view).toList();
        IntStream.range(0, judged.size())
                .mapToObj(n -> wrong(judged, n))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(wrong -> {
                    throw wrong.telling("readings", views);
                });
        return new ReadingsView(views);
    }

    /** Why a reading is refused, pointing into the array where there are several. */
    private static Optional<Refusal> wrong(List<Judged> judged, int n) {
        if (!(judged.get(n) instanceof Judged.Wrong(var why))) {
            return Optional.empty();
        }
        if (judged.size() == 1) {
            return Optional.of(why);
        }
        return Optional.of(
                why.at("[" + n + "]" + why.field().map(field -> "." + field).orElse("")));
    }

    private static ReadingView view(Judged judged) {
        return switch (judged) {
            case Judged.Stored() -> new ReadingView(Outcome.STORED, null, null);
            case Judged.NotRegistered() -> new ReadingView(Outcome.NOT_REGISTERED, null, null);
            case Judged.NotStored() -> new ReadingView(Outcome.NOT_STORED, null, null);
            case Judged.Wrong(var why) ->
                new ReadingView(
                        Outcome.WRONG,
                        why.field().orElse(null),
                        why.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        };
    }
}
