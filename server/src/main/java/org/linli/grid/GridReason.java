package org.linli.grid;

import org.linli.shared.Refusal;

/** Why the grids refuse. */
public enum GridReason implements Refusal.Reason {
    UNKNOWN_CELL(Refusal.Kind.INVALID),
    OUTSIDE_YOUR_AREA(Refusal.Kind.FORBIDDEN),
    OUTSIDE_DISTRICT(Refusal.Kind.INVALID),
    PLACE_MISSING(Refusal.Kind.INVALID),
    DESCRIPTION_MISSING(Refusal.Kind.INVALID),
    TEXT_TOO_LONG(Refusal.Kind.INVALID),
    UNKNOWN_CATEGORY(Refusal.Kind.INVALID),
    EVENT_KNOWN(Refusal.Kind.CONFLICT),
    UNKNOWN_EVENT(Refusal.Kind.MISSING),
    NOT_ENDED(Refusal.Kind.INVALID),
    NOT_ON_THE_SPOT(Refusal.Kind.CONFLICT),
    NOT_YOUR_REPORT(Refusal.Kind.FORBIDDEN),
    PHOTO_MISSING(Refusal.Kind.INVALID),
    NOTHING_TO_COMPARE(Refusal.Kind.CONFLICT),
    UNKNOWN_VERDICT(Refusal.Kind.INVALID),
    REMAINING_MISSING(Refusal.Kind.INVALID),
    ONE_LEVEL_UP(Refusal.Kind.INVALID),
    AT_THE_TOP(Refusal.Kind.CONFLICT),
    ANOTHER_DECIDES(Refusal.Kind.FORBIDDEN),
    NOT_JOINED(Refusal.Kind.CONFLICT),
    UNKNOWN_GRADE(Refusal.Kind.INVALID),
    UNIT_MISSING(Refusal.Kind.INVALID),
    NOT_YOUR_PHOTO(Refusal.Kind.FORBIDDEN),
    PHOTO_NOT_THERE(Refusal.Kind.MISSING),
    UNKNOWN_MEMBER(Refusal.Kind.MISSING),
    UNKNOWN_POSTING(Refusal.Kind.INVALID),
    DUTY_OF_ANOTHER_ROLE(Refusal.Kind.INVALID),
    POSTING_ELSEWHERE(Refusal.Kind.INVALID),
    DAY_OVER(Refusal.Kind.INVALID),
    DAYS_REVERSED(Refusal.Kind.INVALID),
    SUBSTITUTE_ENDS(Refusal.Kind.INVALID),
    MEMBER_ALREADY(Refusal.Kind.CONFLICT),
    MEMBER_ENDED(Refusal.Kind.CONFLICT),
    TOO_MANY_LED(Refusal.Kind.CONFLICT),
    REASON_MISSING(Refusal.Kind.INVALID),
    UNKNOWN_LEVEL(Refusal.Kind.INVALID),
    MALFORMED(Refusal.Kind.INVALID),
    UNKNOWN_TEMPLATE(Refusal.Kind.INVALID),
    ANSWER_MISSING(Refusal.Kind.INVALID),
    NO_ANSWER(Refusal.Kind.INVALID),
    UNKNOWN_QUESTION(Refusal.Kind.INVALID),
    VISIT_KNOWN(Refusal.Kind.CONFLICT),
    UNKNOWN_VISIT(Refusal.Kind.MISSING),
    UNKNOWN_PLAN(Refusal.Kind.MISSING),
    PLAN_SETTLED(Refusal.Kind.CONFLICT),
    TARGET_MISSING(Refusal.Kind.INVALID),
    NOTHING_TO_VISIT(Refusal.Kind.INVALID),
    ROUND_TOO_LARGE(Refusal.Kind.INVALID),
    NOTHING_TO_MOVE(Refusal.Kind.INVALID);

    private final Refusal.Kind kind;

    GridReason(Refusal.Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "grid";
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }
}
