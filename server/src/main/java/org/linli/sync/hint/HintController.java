package org.linli.sync.hint;

import org.linli.access.Acting;
import org.linli.sync.SyncWords;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Where phones that are online listen. */
@RestController
@RequestMapping("/api/sync/hints")
class HintController {

    private final Hints hints;

    HintController(Hints hints) {
        this.hints = hints;
    }

    /** Server-sent events named {@code hint}, each a {@link Hints.Hint}. */
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter streamHints(Acting by) {
        by.require(SyncWords.USE);
        return hints.listen(by.account());
    }
}
