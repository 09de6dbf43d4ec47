package org.linli.sync.push;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.linli.sync.SyncReason;
import org.linli.sync.device.Devices;
import org.linli.sync.push.Result.Because;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where phones send. Every schema of the app that there ever was may push. */
@RestController
@RequestMapping("/api/sync/push")
class PushController {

    private final ReadingMutations reading;
    private final Pushing pushing;
    private final Devices devices;
    private final MessageSource messages;
    private final Clock clock;

    PushController(ReadingMutations reading, Pushing pushing, Devices devices, MessageSource messages, Clock clock) {
        this.reading = reading;
        this.pushing = pushing;
        this.devices = devices;
        this.messages = messages;
        this.clock = clock;
    }

    @PostMapping
    PushView push(Acting by, @Valid @RequestBody PushForm form, HttpServletRequest request, Locale locale) {
        requireSmall(form, request);
        var batch = reading.read(form.mutations());
        var taken = pushing.push(new Pushing.Sender(by, form.device(), form.appSchema()), batch);
        devices.contact(by, form.device(), form.appSchema(), form.unsent(), form.clientTime());
        var views = new ArrayList<PushView.ResultView>();
        for (var n = 0; n < taken.results().size(); n++) {
            views.add(view(batch.get(n), taken.results().get(n), locale));
        }
        return new PushView(views, taken.lastSeq(), clock.instant(), taken.wipe() ? Boolean.TRUE : null);
    }

    private static void requireSmall(PushForm form, HttpServletRequest request) {
        if (form.mutations().size() > PushForm.MOST
                || request.getContentLengthLong() > PushForm.LARGEST_KILOBYTES * 1024L) {
            throw Refusal.because(SyncReason.BATCH_TOO_LARGE, PushForm.MOST, PushForm.LARGEST_KILOBYTES);
        }
    }

    private PushView.ResultView view(Mutation mutation, Result result, Locale locale) {
        return new PushView.ResultView(
                mutation.id(),
                mutation.seq(),
                result.outcome(),
                result.refusal().map(Because::code).orElse(null),
                result.refusal()
                        .map(Because::field)
                        .filter(field -> !field.isEmpty())
                        .orElse(null),
                result.refusal().flatMap(because -> text(because, locale)).orElse(null),
                result.conflict().orElse(null));
    }

    private Optional<String> text(Because because, Locale locale) {
        var arguments = because.arguments().stream()
                .map(argument -> argument instanceof Names names ? names.in(locale) : argument)
                .toArray();
        return Optional.ofNullable(messages.getMessage("refusal." + because.code(), arguments, "", locale))
                .filter(text -> !text.isEmpty());
    }
}
