package org.linli.grid.event;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.files.Attachments;
import org.linli.grid.DemoPeopleQueries;
import org.linli.grid.catalogue.Categories;
import org.linli.grid.catalogue.Level;
import org.linli.grid.event.Event.Source;
import org.linli.grid.event.Photo.Origin;
import org.linli.grid.event.Photo.Stage;
import org.linli.grid.event.ReportEvent.OnTheSpot;
import org.linli.shared.DemoData;
import org.linli.shared.DemoPast;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.shared.Point;
import org.springframework.stereotype.Component;

/** Events in every state, reported and worked on by the demo's people over the last weeks. */
@Component
class DemoEvents implements DemoData {

    private static final String COMMUNITY = "150203001015";
    private static final double PACE = 0.00012;

    private final DemoPeopleQueries people;
    private final Reporting reporting;
    private final EventActs acts;
    private final Categories categories;
    private final Attachments attachments;

    DemoEvents(
            DemoPeopleQueries people,
            Reporting reporting,
            EventActs acts,
            Categories categories,
            Attachments attachments) {
        this.people = people;
        this.reporting = reporting;
        this.acts = acts;
        this.categories = categories;
        this.attachments = attachments;
    }

    @Override
    public int order() {
        return 92;
    }

    @Override
    public void load(Size size) {
        var worker = people.acting("grid");
        var colleague = people.acting("grid2");
        var committee = people.acting("committee");
        var dispatcher = people.acting("dispatcher");
        if (size == Size.NONE
                || worker.isEmpty()
                || colleague.isEmpty()
                || committee.isEmpty()
                || dispatcher.isEmpty()
                || !people.isEmpty("grid.event")) {
            return;
        }
        var story = new Story(worker.get(), colleague.get(), committee.get(), dispatcher.get());
        DemoEventList.all().forEach(story::tell);
    }

    /** Everybody who takes part, and where the last event was. */
    private final class Story {

        private final Acting worker;
        private final Acting colleague;
        private final Acting committee;
        private final Acting dispatcher;
        private final List<UUID> told = new ArrayList<>();

        Story(Acting worker, Acting colleague, Acting committee, Acting dispatcher) {
            this.worker = worker;
            this.colleague = colleague;
            this.committee = committee;
            this.dispatcher = dispatcher;
        }

        void tell(DemoEventList.Line line) {
            var reporter = line.cell() <= 3 ? worker : colleague;
            var checker = reporter == worker ? colleague : worker;
            var id = Ids.next();
            DemoPast.ago(Duration.ofHours(line.hoursAgo()), () -> report(id, reporter, line));
            var steps = line.steps();
            for (var n = 0; n < steps.size(); n++) {
                var back = line.hoursAgo() - (n + 1L) * line.hoursAgo() / (steps.size() + 2L);
                var step = steps.get(n);
                DemoPast.ago(Duration.ofHours(back), () -> act(id, step, reporter, checker));
            }
            told.add(id);
        }

        private void report(UUID id, Acting reporter, DemoEventList.Line line) {
            var pictured = categories.require(line.category()).photos();
            var onTheSpot = line.onTheSpot().isEmpty()
                    ? Optional.<OnTheSpot>empty()
                    : Optional.of(
                            new OnTheSpot(line.onTheSpot(), pictured ? pictures(reporter, Stage.AFTER) : List.of()));
            reporting.report(
                    reporter,
                    new ReportEvent(
                            id,
                            id.toString(),
                            Source.PHONE,
                            line.category(),
                            Level.valueOf(line.level()),
                            line.words(),
                            line.place(),
                            at(line),
                            Optional.of(9.0),
                            Optional.of(cell(line)),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            pictured ? pictures(reporter, Stage.BEFORE) : List.of(),
                            onTheSpot));
        }

        private void act(UUID id, DemoEventList.Step step, Acting reporter, Acting checker) {
            var by = switch (step.who()) {
                case REPORTER -> reporter;
                case OTHER -> checker;
                case COMMITTEE -> committee;
                case DISPATCHER -> dispatcher;
            };
            var photos = step.action().equals("FEED_BACK") ? pictures(by, Stage.AFTER) : List.<Photo>of();
            var input = step.action().equals("join")
                    ? Map.<String, Object>of("into", told.getLast().toString())
                    : step.input();
            acts.act(
                    by,
                    new ActOnEvent(
                            id,
                            step.action(),
                            step.note(),
                            input,
                            photos,
                            Optional.empty(),
                            Ids.next().toString()));
        }

        private List<Photo> pictures(Acting by, Stage stage) {
            var seed = told.size();
            var bytes = stage == Stage.BEFORE ? DemoPictures.before(seed) : DemoPictures.after(seed);
            var stored = attachments.store(
                    by,
                    "posting:" + by.posting().value(),
                    stage == Stage.BEFORE ? "处置前.jpg" : "处置后.jpg",
                    "image/jpeg",
                    new ByteArrayInputStream(bytes));
            return List.of(new Photo(stored.id().value(), stage, Origin.DESK));
        }

        private Optional<Point> at(DemoEventList.Line line) {
            return people.middle(cell(line))
                    .map(middle -> new Point(middle.lon() + line.east() * PACE, middle.lat() + line.north() * PACE));
        }

        private static DivisionCode cell(DemoEventList.Line line) {
            return DivisionCode.of("%s%03d".formatted(COMMUNITY, line.cell()));
        }
    }
}
