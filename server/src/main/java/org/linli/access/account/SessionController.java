package org.linli.access.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.PostingId;
import org.linli.access.posting.PostingViews;
import org.linli.access.posting.Postings;
import org.linli.access.posting.Roles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and the session in between. */
@RestController
@RequestMapping("/api/access")
class SessionController {

    private static final int SESSIONS_SHOWN = 50;

    record SignInForm(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 200) String password,
            @Nullable @Size(max = 12) String code) {}

    record ChoosePostingForm(@NotNull UUID posting) {}

    /** How long the session lasts if nothing more is done; asking does not prolong it. */
    record RemainingView(long seconds) {}

    record PastSessionView(
            UUID id,
            Instant startedAt,
            Instant lastSeenAt,
            @Nullable Instant endedAt,
            String address,
            String agent,
            boolean present) {}

    private final SigningIn signingIn;
    private final OwnAccount own;
    private final Sessions sessions;
    private final SessionRows rows;
    private final Postings postings;
    private final PostingViews views;
    private final Roles roles;
    private final AccessSettings settings;

    SessionController(
            SigningIn signingIn,
            OwnAccount own,
            Sessions sessions,
            SessionRows rows,
            Postings postings,
            PostingViews views,
            Roles roles,
            AccessSettings settings) {
        this.signingIn = signingIn;
        this.own = own;
        this.sessions = sessions;
        this.rows = rows;
        this.postings = postings;
        this.views = views;
        this.roles = roles;
        this.settings = settings;
    }

    @PostMapping("/sign-in")
    ResponseEntity<SessionView> signIn(@Valid @RequestBody SignInForm form, HttpServletRequest request) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        var caller = new SigningIn.Caller(request.getRemoteAddr(), agent == null ? "" : agent);
        var token = signingIn.signIn(form.name(), form.password(), form.code(), caller);
        var session = sessions.find(token, true).orElseThrow();
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.write(request, token))
                .body(view(session));
    }

    @GetMapping("/session")
    SessionView session(CurrentSession session) {
        return view(session);
    }

    @GetMapping("/session/remaining")
    RemainingView sessionRemaining(CurrentSession session) {
        return new RemainingView(sessions.remaining(session).toSeconds());
    }

    @PostMapping("/session/posting")
    SessionView choosePosting(@Valid @RequestBody ChoosePostingForm form, CurrentSession session) {
        var posting = new PostingId(form.posting());
        own.choosePosting(session, posting);
        return view(session.withChosen(posting));
    }

    @PostMapping("/sign-out")
    ResponseEntity<Void> signOut(CurrentSession session, HttpServletRequest request) {
        own.endSession(session, session.id());
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.clear(request))
                .build();
    }

    @GetMapping("/sessions")
    List<PastSessionView> ownSessions(CurrentSession session) {
        return rows.latest(session.account(), SESSIONS_SHOWN).stream()
                .map(past -> new PastSessionView(
                        past.id(),
                        past.startedAt(),
                        past.lastSeenAt(),
                        past.endedAt(),
                        past.address(),
                        past.agent(),
                        past.id().equals(session.id())))
                .toList();
    }

    @PostMapping("/sessions/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(@PathVariable UUID id, CurrentSession session) {
        own.endSession(session, id);
    }

    @PostMapping("/sessions/end-others")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOtherSessions(CurrentSession session) {
        own.endOtherSessions(session);
    }

    private SessionView view(CurrentSession session) {
        var held = postings.validOf(session.account());
        var chosen = ActingPosting.chosen(session, held);
        var missing = own.needsSecondFactor(session, held);
        var permissions = session.mustChange() || missing
                ? Set.<String>of()
                : chosen.map(posting -> roles.wordsOf(posting.role())).orElse(Set.of());
        return new SessionView(
                new SessionView.SignedInView(session.account().value(), session.login(), session.name()),
                held.stream().map(views::of).toList(),
                chosen.map(posting -> posting.id().value()).orElse(null),
                new TreeSet<>(permissions),
                session.mustChange(),
                missing,
                session.authenticator(),
                settings.idleLimit().toSeconds());
    }
}
