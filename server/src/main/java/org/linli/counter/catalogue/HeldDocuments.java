package org.linli.counter.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.shared.Names;

/** Papers the district already holds (免提交材料): submit once means that no item asks for them again. */
public interface HeldDocuments {

    /**
     * One kind of paper.
     *
     * @param code the material code items use for it
     * @param register where it is looked up with the resident's consent; {@code counter} for what our own windows issue
     * @param issuedBy code of the item whose result it is
     */
    record HeldDocument(String code, Names names, String register, String issuedBy) {}

    Optional<HeldDocument> find(String materialCode);

    /** What an item issues that other items would otherwise ask for. */
    List<HeldDocument> issuedBy(String itemCode);

    Collection<HeldDocument> all();

    /** From the file {@code catalogue/held-documents.yaml}. */
    static HeldDocuments of(Map<String, HeldDocument> documents) {
        return new HeldDocuments() {
            @Override
            public Optional<HeldDocument> find(String materialCode) {
                return Optional.ofNullable(documents.get(materialCode));
            }

            @Override
            public List<HeldDocument> issuedBy(String itemCode) {
                return documents.values().stream()
                        .filter(document -> document.issuedBy().equals(itemCode))
                        .toList();
            }

            @Override
            public Collection<HeldDocument> all() {
                return documents.values();
            }
        };
    }
}
