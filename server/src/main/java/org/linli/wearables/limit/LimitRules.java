package org.linli.wearables.limit;

import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.linli.shared.Refusal;
import org.linli.wearables.VitalKind;
import org.linli.wearables.WearablesReason;

/** What limits can be: in order, of a living person, and none of the usual ones left out. */
final class LimitRules {

    private static final int LEAST_DIASTOLIC = 20;

    private LimitRules() {}

    static void check(VitalKind kind, VitalLimits limits) {
        var usual = VitalLimits.usual(kind);
        if (limits.second().isPresent() != usual.second().isPresent()) {
            throw Refusal.ofField("second", WearablesReason.SECOND_LIMITS);
        }
        check("first", limits.first(), usual.first(), kind::isPossible);
        limits.second()
                .ifPresent(second -> check(
                        "second",
                        second,
                        usual.second().orElseThrow(),
                        value -> value >= LEAST_DIASTOLIC && kind.isPossible(value + LEAST_DIASTOLIC)));
    }

    private static void check(String of, Bounds bounds, Bounds usual, IntPredicate isPossible) {
        var before = Integer.MIN_VALUE;
        for (var limit : Limit.values()) {
            var field = of + "." + limit.field;
            var value = limit.of(bounds);
            if (value.isEmpty() && limit.of(usual).isPresent()) {
                throw Refusal.ofField(field, WearablesReason.LIMIT_MISSING);
            }
            if (value.isPresent()) {
                if (!isPossible.test(value.getAsInt())) {
                    throw Refusal.ofField(field, WearablesReason.LIMIT_IMPOSSIBLE);
                }
                if (value.getAsInt() <= before) {
                    throw Refusal.ofField(field, WearablesReason.LIMIT_OUT_OF_ORDER);
                }
                before = value.getAsInt();
            }
        }
    }

    /** From low to high. */
    private enum Limit {
        LOW_RED("lowRed"),
        LOW_YELLOW("lowYellow"),
        HIGH_YELLOW("highYellow"),
        HIGH_RED("highRed");

        final String field;

        Limit(String field) {
            this.field = field;
        }

        OptionalInt of(Bounds bounds) {
            return switch (this) {
                case LOW_RED -> bounds.lowRed();
                case LOW_YELLOW -> bounds.lowYellow();
                case HIGH_YELLOW -> bounds.highYellow();
                case HIGH_RED -> bounds.highRed();
            };
        }
    }
}
