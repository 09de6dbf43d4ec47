package org.linli.counter.errand;

import java.util.Optional;
import java.util.UUID;
import org.linli.counter.resident.LearnedAtWindow;
import org.springframework.stereotype.Component;

/** Applicants of errands as the registry is told of them. */
@Component
class LearnedErrands implements LearnedAtWindow {

    private final ErrandFileRows rows;

    LearnedErrands(ErrandFileRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Learned> of(UUID errand) {
        return rows.find(new ErrandId(errand))
                .map(one -> new Learned(
                        one.applicant().name(),
                        one.applicant().document(),
                        one.applicant().phone(),
                        one.applicant().address(),
                        one.area(),
                        one.itemNames().zh()));
    }
}
