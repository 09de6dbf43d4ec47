package org.linli.testing;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.access.PostingId;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;

/** Ready-made postings for tests that call services directly. */
public final class Actings {

    /** The sub-district office and station of Shaoxianlu (少先路). */
    public static final DivisionCode SHAOXIANLU = DivisionCode.of("150203001");

    public static final UnitCode SHAOXIANLU_STATION = UnitCode.of("ST-150203001");

    private Actings() {}

    public static Acting clerk(String... permissions) {
        return with("clerk", SHAOXIANLU_STATION, SHAOXIANLU, permissions);
    }

    public static Acting with(String role, UnitCode unit, DivisionCode area, String... permissions) {
        return new Acting(
                new PostingId(UUID.randomUUID()),
                new AccountId(UUID.randomUUID()),
                "王芳",
                role,
                unit,
                area,
                Optional.empty(),
                Set.of(permissions));
    }
}
