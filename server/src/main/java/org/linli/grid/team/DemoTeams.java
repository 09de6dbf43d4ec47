package org.linli.grid.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.linli.grid.DemoPeopleQueries;
import org.linli.grid.team.Member.Duty;
import org.linli.shared.DemoData;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.springframework.stereotype.Component;

/** A leader of three cells, two workers who share one of them, a building steward; and cells that nobody has yet. */
@Component
class DemoTeams implements DemoData {

    private static final String COMMUNITY = "150203001015";

    private final DemoPeopleQueries people;
    private final Teams teams;
    private final Clock clock;

    DemoTeams(DemoPeopleQueries people, Teams teams, Clock clock) {
        this.people = people;
        this.teams = teams;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public void load(Size size) {
        if (size == Size.NONE || !people.isEmpty("grid.member")) {
            return;
        }
        for (var cell = 1; cell <= 3; cell++) {
            add("gridlead", cell, Duty.LEAD, false);
        }
        for (var cell = 1; cell <= 3; cell++) {
            add("grid", cell, Duty.WORKER, true);
        }
        add("grid2", 3, Duty.WORKER, false);
        add("grid2", 4, Duty.WORKER, true);
        add("grid2", 5, Duty.WORKER, true);
        add("steward", 1, Duty.BUILDING, false);
    }

    private void add(String login, int cell, Duty duty, boolean chief) {
        var by = people.acting("gridadmin");
        var who = people.acting(login);
        if (by.isPresent() && who.isPresent()) {
            teams.add(
                    by.get(),
                    new Teams.NewMember(
                            Ids.next().toString(),
                            who.get().posting(),
                            DivisionCode.of("%s%03d".formatted(COMMUNITY, cell)),
                            duty,
                            chief,
                            Optional.empty(),
                            LocalDate.now(clock),
                            Optional.empty()));
        }
    }
}
