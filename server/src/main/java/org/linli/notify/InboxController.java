package org.linli.notify;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.shared.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The inbox of the posting that acts. Everybody has one, and nobody reads another's, so no permission word is asked. */
@RestController
@RequestMapping("/api/notify")
class InboxController {

    private static final int PAGE_SIZE = 30;

    private final InboxQueries inbox;
    private final StoredNotices notices;
    private final LivePages pages;

    InboxController(InboxQueries inbox, StoredNotices notices, LivePages pages) {
        this.inbox = inbox;
        this.notices = notices;
        this.pages = pages;
    }

    /** One line of the inbox, its text in the reader's language. */
    record InboxEntryView(
            UUID id,
            String text,
            @Nullable String link,
            boolean urgent,
            Instant at,
            @Nullable Instant readAt) {

        static InboxEntryView of(InboxQueries.Entry entry, Locale locale) {
            return new InboxEntryView(
                    entry.id(),
                    NoticeTexts.text(entry.key(), entry.arguments(), entry.names(), locale),
                    entry.link().isEmpty() ? null : entry.link(),
                    entry.urgent(),
                    entry.at(),
                    entry.readAt());
        }
    }

    record InboxView(
            java.util.List<InboxEntryView> items, @Nullable String next) {}

    /** What the bell shows; counting stops at 100. */
    record BellView(int unread, int urgent) {}

    @GetMapping("/inbox")
    InboxView listInbox(
            Acting reader,
            Locale locale,
            @RequestParam(defaultValue = "false") boolean unreadOnly,
            @RequestParam(required = false) @Nullable UUID before) {
        Page<InboxEntryView> page = inbox.page(reader, unreadOnly, Optional.ofNullable(before), PAGE_SIZE)
                .map(entry -> InboxEntryView.of(entry, locale));
        return new InboxView(page.items(), page.next().orElse(null));
    }

    @GetMapping("/bell")
    BellView readBell(Acting reader) {
        var count = inbox.count(reader);
        return new BellView(count.unread(), count.urgent());
    }

    @PostMapping("/inbox/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void markNoticeRead(Acting reader, @PathVariable UUID id) {
        notices.read(reader, id);
    }

    @PostMapping("/inbox/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void markAllNoticesRead(Acting reader) {
        notices.readAll(reader);
    }

    /** Server-sent events named {@code inbox}, each a {@link BellView}. */
    @GetMapping(value = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter streamBell(Acting reader, @RequestHeader(name = "Last-Event-ID", defaultValue = "") String lastEventId) {
        return pages.open(reader, lastEventId);
    }
}
