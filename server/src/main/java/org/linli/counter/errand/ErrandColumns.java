package org.linli.counter.errand;

import java.util.function.UnaryOperator;
import org.linli.privacy.SealedColumns;
import org.springframework.stereotype.Component;

/** The sealed columns of the counter's errands, mandates and lines. */
@Component
class ErrandColumns implements SealedColumns {

    private final ErrandColumnRows rows;

    ErrandColumns(ErrandColumnRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "counter.errand";
    }

    @Override
    public int reseal(String keyInUse, UnaryOperator<String> resealed, int limit) {
        return rows.reseal(keyInUse, resealed, limit);
    }
}
