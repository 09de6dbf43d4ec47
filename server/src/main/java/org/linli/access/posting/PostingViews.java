package org.linli.access.posting;

import java.time.Clock;
import java.time.LocalDate;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** Names the role, the unit and the area of postings. */
@Component
public class PostingViews {

    private final Roles roles;
    private final Areas areas;
    private final Clock clock;

    PostingViews(Roles roles, Areas areas, Clock clock) {
        this.roles = roles;
        this.areas = areas;
        this.clock = clock;
    }

    public PostingView of(Posting posting) {
        var home = posting.homeUnit();
        return new PostingView(
                posting.id().value(),
                posting.account().value(),
                posting.role(),
                roles.find(posting.role()).map(Role::names).orElse(same(posting.role())),
                posting.unit().value(),
                unit(posting.unit()),
                posting.area().value(),
                division(posting.area()),
                home.map(UnitCode::value).orElse(null),
                home.map(this::unit).orElse(null),
                posting.from(),
                posting.to().orElse(null),
                posting.isValidOn(LocalDate.now(clock)));
    }

    private Names unit(UnitCode code) {
        return areas.unit(code).map(Unit::names).orElse(same(code.value()));
    }

    private Names division(DivisionCode code) {
        return areas.division(code).map(Areas.Division::names).orElse(same(code.value()));
    }

    private static Names same(String text) {
        return Names.of(text, text);
    }
}
