package org.linli.grid.team;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.PostingId;
import org.linli.area.Areas;
import org.linli.grid.GridReason;
import org.linli.grid.team.Member.Duty;
import org.linli.shared.DivisionCode;
import org.linli.shared.Refusal;
import org.linli.shared.RepeatedRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Teams of cells. */
@RestController
@RequestMapping("/api/grid/teams")
class TeamController {

    private final Teams teams;
    private final TeamCandidates candidates;
    private final Areas areas;
    private final Clock clock;

    TeamController(Teams teams, TeamCandidates candidates, Areas areas, Clock clock) {
        this.teams = teams;
        this.candidates = candidates;
        this.areas = areas;
        this.clock = clock;
    }

    /** {@code inForce} is false of somebody who begins later. */
    record TeamMemberView(
            UUID id,
            UUID posting,
            String name,
            String role,
            String cell,
            int tier,
            Duty duty,
            boolean chief,
            @Nullable UUID substituteFor,
            LocalDate from,
            @Nullable LocalDate to,
            boolean inForce) {}

    record AddTeamMemberForm(
            @NotBlank @Size(max = 80) String requestKey,
            @NotNull UUID posting,
            @NotBlank String cell,
            @NotNull Duty duty,
            boolean chief,
            @Nullable UUID substituteFor,
            @NotNull LocalDate from,
            @Nullable LocalDate to) {}

    record AddedTeamMemberView(UUID id) {}

    record EndTeamMemberForm(
            @NotNull LocalDate lastDay,
            @NotBlank @Size(max = 200) String reason) {}

    /** Somebody whose posting fits a duty here. */
    record TeamCandidateView(UUID posting, String name, String role, String unit) {}

    @GetMapping
    List<TeamMemberView> listTeams(Acting by, @RequestParam(required = false) @Nullable String area) {
        var inside = area == null || area.isBlank()
                ? by.area()
                : areas.requireDivision(area).code();
        return teams.inside(by, inside).stream().map(this::view).toList();
    }

    /** The cells that the reader is responsible for. */
    @GetMapping("/own")
    List<TeamMemberView> listOwnCells(Acting by) {
        return teams.own(by).stream().map(this::view).toList();
    }

    @GetMapping("/candidates")
    List<TeamCandidateView> listTeamCandidates(Acting by, @RequestParam String cell, @RequestParam Duty duty) {
        return candidates.of(by, cell(cell), duty).stream()
                .map(one -> new TeamCandidateView(
                        one.posting().value(),
                        one.name(),
                        one.role(),
                        one.unit().value()))
                .toList();
    }

    @PostMapping("/members")
    AddedTeamMemberView addTeamMember(Acting by, @Valid @RequestBody AddTeamMemberForm form) {
        var command = new Teams.NewMember(
                form.requestKey(),
                new PostingId(form.posting()),
                cell(form.cell()),
                form.duty(),
                form.chief(),
                Optional.ofNullable(form.substituteFor()),
                form.from(),
                Optional.ofNullable(form.to()));
        return new AddedTeamMemberView(RepeatedRequest.answer(() -> teams.add(by, command)));
    }

    @PostMapping("/members/{id}/end")
    void endTeamMember(Acting by, @PathVariable UUID id, @Valid @RequestBody EndTeamMemberForm form) {
        teams.end(by, id, form.lastDay(), form.reason());
    }

    private static DivisionCode cell(String code) {
        if (!DivisionCode.isValid(code)) {
            throw Refusal.ofField("cell", GridReason.UNKNOWN_CELL, code);
        }
        return DivisionCode.of(code);
    }

    private TeamMemberView view(Member member) {
        return new TeamMemberView(
                member.id(),
                member.posting().value(),
                member.name(),
                member.role(),
                member.cell().value(),
                member.tier(),
                member.duty(),
                member.chief(),
                member.substituteFor().orElse(null),
                member.from(),
                member.to().orElse(null),
                member.inForce(LocalDate.now(clock)));
    }
}
