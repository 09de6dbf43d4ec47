package org.linli.grid.drawing;

import java.util.Objects;
import org.linli.access.Acting;
import org.linli.grid.drawing.Drawing.Done;
import org.linli.grid.drawing.Drawing.Edit;
import org.linli.shared.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an edit of cells would move: it is made as it would be, with every refusal it would meet, and taken back before
 * anybody else sees it. Nothing of it is noted.
 */
@Component
class Preview {

    private final Drawing drawing;
    private final TransactionTemplate transaction;

    Preview(Drawing drawing, PlatformTransactionManager transactions) {
        this.drawing = drawing;
        this.transaction = new TransactionTemplate(transactions);
    }

    Done of(Acting by, String reason, Edit edit) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return drawing.edit(by, Ids.next().toString(), reason, edit);
        }));
    }
}
