package org.linli.registry.dwelling;

import java.util.UUID;
import org.linli.access.Acting;
import org.linli.registry.Because;
import org.linli.shared.DivisionCode;

/** Counts where a dwelling counts; told when the dwelling turns out to lie in another cell. */
public interface MovesWithDwelling {

    void follow(Acting by, UUID dwelling, DivisionCode division, Because because);
}
