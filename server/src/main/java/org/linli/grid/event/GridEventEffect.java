package org.linli.grid.event;

import java.util.List;
import java.util.UUID;
import org.linli.casework.CaseEffect;
import org.linli.grid.GridReason;
import org.linli.grid.catalogue.Categories;
import org.linli.grid.event.Event.Grade;
import org.linli.grid.event.Event.Verdict;
import org.linli.grid.event.Photo.Stage;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** What an action of the procedure {@code grid-event} does to its event, and the rules that only the grid knows. */
@Component
class GridEventEffect implements CaseEffect {

    private final EventRows rows;
    private final HandlingRows handling;
    private final PhotoRows photos;
    private final Categories categories;
    private final EventActs acts;
    private final Spots spots;
    private final EventNotices notices;

    GridEventEffect(
            EventRows rows,
            HandlingRows handling,
            PhotoRows photos,
            Categories categories,
            EventActs acts,
            Spots spots,
            EventNotices notices) {
        this.rows = rows;
        this.handling = handling;
        this.photos = photos;
        this.categories = categories;
        this.acts = acts;
        this.spots = spots;
        this.notices = notices;
    }

    @Override
    public String code() {
        return "grid-event";
    }

    @Override
    public void run(Happening happening) {
        var event = rows.ofCase(happening.before().id()).orElseThrow(() -> Refusal.because(GridReason.UNKNOWN_EVENT));
        switch (happening.action()) {
            case "ACCEPT" -> accept(event, happening);
            case "VOID" -> requireOwnOrDesk(event, happening);
            case "SELF_HANDLE" -> onTheSpot(event, happening);
            case "DISPATCH" -> notices.dispatched(event, happening);
            case "FEED_BACK" -> fedBack(event, happening);
            case "VERIFY" -> verify(event, happening);
            case "ESCALATE" -> escalate(event, happening);
            case "ASK_SUSPENSION" -> handling.suspensionAsked(event.id(), happening.by());
            case "SUSPEND" -> requireAnother(event, happening);
            case "RESUME", "RESUME_DUE" -> handling.suspensionOver(event.id());
            case "ANSWER_JOINED" -> requireMainEnded(event);
            case "APPRAISE" -> appraise(event, happening);
            default -> {}
        }
    }

    private void accept(Event event, Happening happening) {
        handling.accepted(event.id(), happening.at());
        spots.look(event, happening.at());
    }

    private void onTheSpot(Event event, Happening happening) {
        var category = categories.require(event.category());
        if (!category.selfHandling() || !event.level().mayBeMendedOnTheSpot()) {
            throw Refusal.because(GridReason.NOT_ON_THE_SPOT, category.names());
        }
        if (!event.reporter().account().equals(happening.by().account().value())) {
            throw Refusal.because(GridReason.NOT_YOUR_REPORT);
        }
        requirePhoto(event, Stage.AFTER, happening);
        handling.handled(event.id(), happening.by(), true, true, happening.at());
        spots.look(event, happening.at());
    }

    private void fedBack(Event event, Happening happening) {
        requirePhoto(event, Stage.AFTER, happening);
        var inTime = happening
                .before()
                .due()
                .map(due -> !happening.at().isAfter(due))
                .orElse(true);
        handling.handled(event.id(), happening.by(), false, inTime, happening.at());
    }

    /** Whoever verifies has compared the photos of before and after; both must have been taken where the category asks. */
    private void verify(Event event, Happening happening) {
        var verdict = verdict(happening);
        var remaining = remaining(verdict, happening);
        var before = taken(event, Stage.BEFORE);
        var after = taken(event, Stage.AFTER);
        if (verdict == Verdict.FIXED
                && categories.require(event.category()).photos()
                && (before.isEmpty() || after.isEmpty())) {
            throw Refusal.because(GridReason.NOTHING_TO_COMPARE);
        }
        handling.checked(
                new HandlingRows.Check(event.id(), event.handling().checks() + 1, verdict, before, after, remaining),
                happening.by(),
                happening.at());
        notices.verified(event, verdict, happening);
    }

    private static Verdict verdict(Happening happening) {
        return switch (String.valueOf(happening.input().get("decision"))) {
            case "fixed" -> Verdict.FIXED;
            case "half-fixed" -> Verdict.HALF_FIXED;
            case "not-fixed" -> Verdict.NOT_FIXED;
            default -> throw Refusal.ofField("decision", GridReason.UNKNOWN_VERDICT);
        };
    }

    /** What is still to be done: a field of its own, or the note. */
    private static String remaining(Verdict verdict, Happening happening) {
        var words = happening.input().get("remaining") instanceof String text && !text.isBlank()
                ? text.strip()
                : happening.note().strip();
        if (verdict == Verdict.FIXED) {
            return "";
        }
        if (words.isEmpty()) {
            throw Refusal.ofField("remaining", GridReason.REMAINING_MISSING);
        }
        return words;
    }

    private void escalate(Event event, Happening happening) {
        var above = EventActs.above(event);
        var named = String.valueOf(happening.input().get("unit"));
        if (!named.equals(acts.office(event, above).value())) {
            throw Refusal.ofField("unit", GridReason.ONE_LEVEL_UP);
        }
        handling.escalated(event.id(), above);
    }

    private static void requireOwnOrDesk(Event event, Happening happening) {
        var own = event.reporter().account().equals(happening.by().account().value());
        var desk = List.of("grid-lead", "grid-dispatcher", "grid-admin")
                .contains(happening.by().role());
        if (!own && !desk) {
            throw Refusal.because(GridReason.NOT_YOUR_REPORT);
        }
    }

    private void requireAnother(Event event, Happening happening) {
        event.handling()
                .suspensionAskedBy()
                .filter(happening.by().account().value()::equals)
                .ifPresent(same -> {
                    throw Refusal.because(GridReason.ANOTHER_DECIDES);
                });
    }

    private void requireMainEnded(Event event) {
        event.joinedInto()
                .flatMap(rows::find)
                .filter(main -> main.standing().ended())
                .orElseThrow(() -> Refusal.because(GridReason.NOT_JOINED));
    }

    private void appraise(Event event, Happening happening) {
        var grade = switch (String.valueOf(happening.input().get("decision"))) {
            case "good" -> Grade.GOOD;
            case "fair" -> Grade.FAIR;
            case "poor" -> Grade.POOR;
            default -> throw Refusal.ofField("decision", GridReason.UNKNOWN_GRADE);
        };
        if (event.handling()
                .handlerAccount()
                .filter(happening.by().account().value()::equals)
                .isPresent()) {
            throw Refusal.because(GridReason.ANOTHER_DECIDES);
        }
        handling.graded(event.id(), grade);
    }

    /** Files that the general case page brought along count too. */
    private void requirePhoto(Event event, Stage stage, Happening happening) {
        if (happening.input().get("files") instanceof List<?> files) {
            files.forEach(file -> photos.add(
                    event.id(),
                    new Photo(UUID.fromString(file.toString()), stage, Photo.Origin.DESK),
                    happening.by(),
                    happening.at()));
        }
        if (categories.require(event.category()).photos() && taken(event, stage).isEmpty()) {
            throw Refusal.ofField("photos", GridReason.PHOTO_MISSING);
        }
    }

    private List<UUID> taken(Event event, Stage stage) {
        return photos.of(List.of(event.id())).getOrDefault(event.id(), List.of()).stream()
                .filter(photo -> photo.stage() == stage)
                .map(Photo::id)
                .toList();
    }
}
