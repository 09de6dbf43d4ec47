package org.linli.notify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.access.PersonalSeal;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * SMS through a gateway over HTTP. The wire format:
 *
 * <pre>
 * POST {linli.notify.sms.url}        Content-Type: application/json; charset=utf-8
 * Idempotency-Key: {id}              a message is repeated under the same id until it is taken
 * X-Linli-Timestamp: {epoch millis}  X-Linli-Nonce: {once}  X-Linli-Signature: {hex}
 * {"id": "...", "phone": "138...", "text": "..."}
 *
 * 2xx {"id": "..."}   taken; the id, where there is one, is kept as the receipt
 * 408, 425, 429, 5xx  not now: repeated later
 * other 4xx           refused for good
 * </pre>
 *
 * The signature is {@link SmsSignature}: HMAC-SM3 under the shared secret over timestamp, nonce, {@code POST}, path and
 * the SM3 of the body in hexadecimal, joined by line feeds. The number leaves its seal only here, and each hand-over is
 * in the audit trail.
 */
@Component
class SmsChannel implements Channel {

    private static final String SEALED_AS = "notify.phone";
    private static final Set<Integer> WORTH_REPEATING = Set.of(408, 425, 429);

    private final NotifySettings.Sms settings;
    private final PersonalSeal seal;
    private final AuditTrail audit;
    private final Clock clock;
    private final HttpClient http;

    SmsChannel(NotifySettings settings, PersonalSeal seal, AuditTrail audit, Clock clock) {
        this.settings = settings.sms();
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
        this.http =
                HttpClient.newBuilder().connectTimeout(this.settings.timeout()).build();
    }

    @Override
    public Kind kind() {
        return Kind.SMS;
    }

    @Override
    public Outcome deliver(Message message) {
        var url = settings.url();
        if (url == null) {
            return new Outcome.NoChannel();
        }
        if (!(message.to() instanceof Notices.Recipient.ToPhone(var sealedPhone))) {
            return new Outcome.Never("no-phone");
        }
        audit.note(Acting.system("notify"), "notify.sms.send", "delivery:" + message.id(), Map.of());
        try {
            var answer = http.send(request(url, message, seal.open(SEALED_AS, sealedPhone)), BODY);
            return outcome(answer.statusCode(), answer.body());
        } catch (IOException e) {
            return new Outcome.NotNow("unreachable");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.NotNow("interrupted");
        }
    }

    private static final HttpResponse.BodyHandler<String> BODY = HttpResponse.BodyHandlers.ofString();

    private HttpRequest request(URI url, Message message, String phone) {
        var id = message.id().toString();
        var body = JsonMapper.shared().writeValueAsBytes(Map.of("id", id, "phone", phone, "text", message.text()));
        var timestamp = Long.toString(clock.millis());
        var nonce = UUID.randomUUID().toString();
        return HttpRequest.newBuilder(url)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Idempotency-Key", id)
                .header("X-Linli-Timestamp", timestamp)
                .header("X-Linli-Nonce", nonce)
                .header("X-Linli-Signature", SmsSignature.of(settings.secret(), timestamp, nonce, url.getPath(), body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static Outcome outcome(int status, String body) {
        if (status / 100 == 2) {
            return new Outcome.Sent(receipt(body));
        }
        var why = "status-" + status;
        return status >= 500 || WORTH_REPEATING.contains(status) ? new Outcome.NotNow(why) : new Outcome.Never(why);
    }

    private static String receipt(String body) {
        try {
            return JsonMapper.shared().readTree(body).path("id").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }
}
