package org.linli.counter.errand;

import java.util.List;
import java.util.UUID;
import org.linli.casework.CaseSnapshot;
import org.linli.casework.CaseWords;
import org.linli.casework.Cases;
import org.linli.counter.errand.ErrandView.PaperView;
import org.linli.counter.errand.ErrandView.PauseView;
import org.linli.counter.errand.ErrandView.StateView;
import org.linli.counter.errand.ErrandView.StepView;
import org.linli.counter.paper.Paper;
import org.linli.privacy.Masking;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** Puts together what the desk shows of an errand. */
@Component
class ErrandViews {

    private static final String OPEN = "open";
    private static final Names RECEIVED = Names.of("收件", "Taken in");

    private final Cases cases;
    private final CaseWords words;
    private final ErrandQueries queries;
    private final ErrandPapers papers;
    private final ErrandParts parts;

    ErrandViews(Cases cases, CaseWords words, ErrandQueries queries, ErrandPapers papers, ErrandParts parts) {
        this.cases = cases;
        this.words = words;
        this.queries = queries;
        this.papers = papers;
        this.parts = parts;
    }

    ErrandView of(Errand errand) {
        return of(errand, papers.of(errand.caseId()));
    }

    /** @param given the papers of its case */
    ErrandView of(Errand errand, List<Paper> given) {
        var standing = cases.find(errand.caseId()).orElseThrow();
        var applicant = errand.applicant();
        var scans = parts.scansOf(errand);
        UUID caseId = errand.caseId().value();
        return new ErrandView(
                errand.id().value(),
                caseId,
                errand.caseNumber(),
                standing.revision(),
                state(standing),
                standing.due().orElse(null),
                standing.ended(),
                errand.item(),
                errand.itemVersion(),
                errand.itemNames(),
                errand.kind().name(),
                errand.station().value(),
                errand.area().value(),
                errand.window().orElse(null),
                errand.visit().orElse(null),
                Masking.name(applicant.name()),
                masked(applicant),
                applicant.phone().map(Masking::phone).orElse(null),
                applicant.address().map(Masking::address).orElse(null),
                applicant.organisation().map(Applicant.Organisation::name).orElse(null),
                errand.agent().orElse(null),
                parts.materials(errand, scans),
                errand.followUntil().orElse(null),
                parts.supplement(errand, scans),
                given.stream().map(ErrandViews::paper).toList(),
                parts.department(errand),
                errand.acceptedAt(),
                errand.finishedAt().orElse(null),
                queries.steps(caseId).stream()
                        .map(step -> new StepView(
                                step.seq(),
                                step.at(),
                                step.action(),
                                step.action().equals(OPEN)
                                        ? RECEIVED
                                        : words.action(
                                                standing.procedure(), standing.procedureVersion(), step.action()),
                                step.fromState(),
                                step.toState()))
                        .toList(),
                queries.pauses(caseId).stream()
                        .map(pause -> new PauseView(pause.from(), pause.to(), pause.reason()))
                        .toList());
    }

    StateView state(CaseSnapshot standing) {
        var state = words.state(standing.procedure(), standing.procedureVersion(), standing.state());
        return new StateView(standing.state(), state.names(), state.kind(), state.turn(), state.clock());
    }

    static String masked(Applicant applicant) {
        var number = applicant.document().number();
        return applicant.document().idNumber().isPresent() ? Masking.idNumber(number) : Masking.document(number);
    }

    static PaperView paper(Paper paper) {
        return new PaperView(
                paper.id().value(),
                paper.kind().key(),
                paper.title(),
                paper.number(),
                paper.issuedAt(),
                paper.withdrawal().map(Paper.Withdrawal::at).orElse(null));
    }
}
