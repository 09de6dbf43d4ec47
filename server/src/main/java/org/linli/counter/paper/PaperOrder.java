package org.linli.counter.paper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.area.UnitCode;
import org.linli.casework.CaseId;
import org.linli.shared.IdDocument;

/**
 * What a paper is to say.
 *
 * @param unit whose number series and seal it gets
 * @param holder whom it is for
 * @param fields what its template asks for, by name: text, numbers, {@link java.time.LocalDate}s; the template says which
 *     must be there
 * @param materials rows of the materials table, where the template has one
 */
public record PaperOrder(
        PaperKind kind,
        UnitCode unit,
        Optional<CaseId> caseId,
        Holder holder,
        Map<String, Object> fields,
        List<Material> materials) {

    /** Whom a paper is for; an organisation has no identity document and its credit code goes into the fields. */
    public record Holder(String name, Optional<IdDocument> document) {}

    /**
     * A line of the materials table.
     *
     * @param form original or copy, paper or electronic, in the words of the paper
     * @param state whether it was handed in, is missing, may follow until when, and so on
     */
    public record Material(String name, String form, int copies, String state) {}

    public PaperOrder {
        fields = Map.copyOf(fields);
        materials = List.copyOf(materials);
    }
}
