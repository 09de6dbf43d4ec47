package org.linli.counter.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The 97 items that come with the program. */
class ItemFilesTests {

    private static final HeldDocuments HELD = CatalogueFiles.heldDocuments();
    private static final ItemCheck CHECK = new ItemCheck(KnownUnits.areas(), HELD);

    @Test
    void areWithoutFault() {
        var faults = new ArrayList<ItemFault>();
        CatalogueFiles.items()
                .forEach((file, text) -> faults.addAll(CHECK.check(file, text).faults()));
        assertThat(faults).isEmpty();
    }

    @Test
    void areTheOnesTheDistrictCounts() {
        var byKind = items().stream().collect(Collectors.groupingBy(Item::kind, Collectors.counting()));
        assertThat(byKind)
                .containsEntry(Item.Kind.CERTIFICATE, 8L)
                .containsEntry(Item.Kind.DIRECT, 5L)
                .containsEntry(Item.Kind.AGENCY, 13L)
                .containsEntry(Item.Kind.ACCEPT, 71L);
        assertThat(items()).filteredOn(item -> item.dedicatedLine().isPresent()).hasSize(8);
    }

    @Test
    void agreeWithTheReferenceListInCodesAndNames() throws Exception {
        var csv = new ClassPathResource("data/catalogue/service-items.csv").getContentAsString(StandardCharsets.UTF_8);
        var listed = csv.lines()
                .skip(1)
                .map(line -> line.split(","))
                // The list was typed with half-width brackets.
                .map(cells -> cells[1] + " " + cells[2].replace('(', '（').replace(')', '）'))
                .toList();
        assertThat(items().stream().map(item -> item.code() + " " + item.names().zh()))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void haveAnEnglishNameOfTheirOwn() {
        assertThat(items()).allSatisfy(item -> {
            assertThat(item.names().en()).isNotEqualTo(item.names().zh()).matches("\\p{ASCII}+");
            assertThat(item.materials())
                    .allSatisfy(material -> assertThat(material.names().en()).matches("\\p{ASCII}+"));
        });
    }

    @Test
    void claimNoTermAsCheckedAgainstTheDistrictsList() {
        assertThat(items()).noneMatch(item -> item.termsBasis() == Item.TermsBasis.DISTRICT_LIST);
        assertThat(items())
                .filteredOn(item -> item.termsBasis() == Item.TermsBasis.MEMORY)
                .hasSize(6);
    }

    @Test
    void askForNothingThatTheDistrictHolds() {
        assertThat(items().stream().flatMap(item -> item.materials().stream()))
                .filteredOn(material -> HELD.find(material.code()).isPresent())
                .isNotEmpty()
                .noneMatch(material -> material.source().brought());
    }

    @Test
    void nameAnIssuerForEveryHeldDocument() {
        var codes = items().stream().map(Item::code).toList();
        assertThat(HELD.all()).allSatisfy(held -> assertThat(codes).contains(held.issuedBy()));
    }

    private static List<Item> items() {
        return CatalogueFiles.items().entrySet().stream()
                .map(file -> CHECK.check(file.getKey(), file.getValue()).item().orElseThrow())
                .toList();
    }
}
