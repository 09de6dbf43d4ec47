package org.linli.grid.team;

import java.util.List;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.access.PostingsInForce;
import org.linli.grid.GridWords;
import org.linli.grid.team.Member.Duty;
import org.linli.shared.DivisionCode;
import org.springframework.stereotype.Component;

/** Whose posting fits a duty in a cell. */
@Component
class TeamCandidates {

    private final PostingsInForce postings;

    TeamCandidates(PostingsInForce postings) {
        this.postings = postings;
    }

    List<Acting> of(Acting by, DivisionCode cell, Duty duty) {
        by.require(GridWords.STAFF_TEAMS, cell);
        return postings.covering(duty.role(), cell).stream()
                .map(postings::find)
                .flatMap(Optional::stream)
                .toList();
    }
}
