package org.linli.casework.procedure;

import java.util.List;
import org.linli.casework.procedure.Procedure.Clock;
import org.linli.casework.procedure.Procedure.Kind;
import org.linli.casework.procedure.Procedure.PauseReason;
import org.linli.casework.procedure.Procedure.Turn;
import org.linli.shared.Names;

/**
 * Diagram of a procedure (流程图), laid out but not drawn: the main way from top to bottom, the other states to its right.
 * Built-in actions are left out. An end that an action reaches from many states is named inside their boxes instead of by
 * many lines.
 */
public record ProcedureDiagram(int width, int height, List<Box> boxes, List<Arrow> arrows) {

    /** A state. */
    public record Box(
            String state,
            Names names,
            Kind kind,
            Turn turn,
            Clock clock,
            List<PauseReason> pauses,
            boolean first,
            int x,
            int y,
            int width,
            int height,
            List<Exit> exits) {}

    /** An action written inside a box. */
    public record Exit(String action, Names names, String to) {}

    /** One or more actions from one state to another, as a line with right angles. */
    public record Arrow(
            String from, String to, List<Step> steps, List<Corner> line, int labelX, int labelY, Side label) {}

    /** An action on an arrow; {@code byItself} is one the house takes when time is up. */
    public record Step(String action, Names names, boolean byItself) {}

    /** A point of a line. */
    public record Corner(int x, int y) {}

    /** On which side of its anchor a label stands. */
    public enum Side {
        START,
        END
    }

    public static ProcedureDiagram of(Procedure procedure) {
        return new DiagramLayout(procedure).lay();
    }
}
