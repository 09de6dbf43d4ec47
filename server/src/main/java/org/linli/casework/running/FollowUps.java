package org.linli.casework.running;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.linli.casework.CaseId;
import org.springframework.stereotype.Component;

/** What the end of one case means for others: the one that asked for it may move on, those joined with it too. */
@Component
class FollowUps {

    /** Ends of a child case that are no answer. */
    private static final Set<String> NO_ANSWER = Set.of("DECLINED", "CALLED_OFF");

    private final AssistRows assists;
    private final LinkRows links;
    private final HouseEntries entries;
    private final Clock clock;

    FollowUps(AssistRows assists, LinkRows links, HouseEntries entries, Clock clock) {
        this.assists = assists;
        this.links = links;
        this.entries = entries;
        this.clock = clock;
    }

    void afterEnd(CaseFile ended) {
        if (ended.parent() != null && ended.part() != null) {
            joinParent(new CaseId(ended.parent()), ended);
        }
        if (ended.marks().followers() > 0) {
            for (var follower : links.followers(ended.id())) {
                entries.add(follower, "joined-ended", Map.of("case", ended.number()), draft -> draft.hold(null));
                links.leave(follower, clock.instant());
            }
        }
    }

    private void joinParent(CaseId parent, CaseFile ended) {
        entries.lock(parent);
        var waiting = assists.waiting(parent);
        if (waiting.isEmpty()) {
            return;
        }
        var round = waiting.get();
        if (isJoined(round.rule(), assists.children(parent, round))) {
            entries.add(parent, "assist-joined", Map.of("case", ended.number()), draft -> draft.hold(null));
            assists.joined(parent, round, clock.instant());
        }
    }

    /** When all have ended the rule no longer matters: nobody is left to wait for. */
    private static boolean isJoined(String rule, List<AssistRows.Child> children) {
        Predicate<AssistRows.Child> answered = child -> child.ended() && !NO_ANSWER.contains(child.state());
        return children.stream().allMatch(AssistRows.Child::ended)
                || switch (AskOtherUnits.JoinRule.valueOf(rule)) {
                    case ALL -> false;
                    case ANY -> children.stream().anyMatch(answered);
                    case LEAD ->
                        children.stream()
                                .filter(child -> child.part().equals("LEAD"))
                                .anyMatch(answered);
                };
    }
}
