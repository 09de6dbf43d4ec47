package org.linli.grid;

import java.util.List;
import org.linli.access.PermissionWords;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** What may be allowed in grids. */
@Component
public class GridWords implements PermissionWords {

    /** Sees who is responsible for which cell, and where nobody is. */
    public static final String READ_TEAMS = "grid.team.read";

    public static final String STAFF_TEAMS = "grid.team.staff";

    public static final String READ_EVENTS = "grid.event.read";

    public static final String REPORT_EVENTS = "grid.event.report";

    public static final String HANDLE_EVENTS = "grid.event.handle";

    /** Accepts, hands out, decides extensions and suspensions, joins. */
    public static final String DISPATCH_EVENTS = "grid.event.dispatch";

    public static final String READ_VISITS = "grid.visit.read";

    public static final String DO_VISITS = "grid.visit.do";

    public static final String PLAN_VISITS = "grid.visit.plan";

    /** Draws cells: redraws, splits, merges, moves households. */
    public static final String DRAW_CELLS = "grid.map.draw";

    public static final String READ_FIGURES = "grid.figures.read";

    @Override
    public List<Word> words() {
        return List.of(
                new Word(READ_TEAMS, Names.of("查看网格队伍", "See grid teams")),
                new Word(STAFF_TEAMS, Names.of("配备网格队伍", "Staff grid teams")),
                new Word(READ_EVENTS, Names.of("查看网格事件", "See grid events")),
                new Word(REPORT_EVENTS, Names.of("上报网格事件", "Report grid events")),
                new Word(HANDLE_EVENTS, Names.of("处置和核查网格事件", "Handle and verify grid events")),
                new Word(DISPATCH_EVENTS, Names.of("受理、派发和督办网格事件", "Accept, hand out and supervise grid events")),
                new Word(READ_VISITS, Names.of("查看走访和检查", "See visits and inspections")),
                new Word(DO_VISITS, Names.of("走访和检查", "Visit and inspect")),
                new Word(PLAN_VISITS, Names.of("安排走访和检查计划", "Plan visits and inspections")),
                new Word(DRAW_CELLS, Names.of("划分、合并和调整网格", "Split, merge and redraw cells")),
                new Word(READ_FIGURES, Names.of("查看网格统计", "See figures of the grids")));
    }
}
