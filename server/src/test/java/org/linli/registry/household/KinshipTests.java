package org.linli.registry.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.registry.RegistryReason;
import org.linli.shared.Refusal;
import org.linli.shared.Sex;

class KinshipTests {

    private final Kin father = kin("02", Sex.MALE, 1960);
    private final Kin mother = kin("12", Sex.FEMALE, 1962);
    private final Kin son = kin("20", Sex.MALE, 1988);
    private final Kin wifeOfSon = kin("38", Sex.FEMALE, 1989);
    private final Kin grandson = kin("41", Sex.MALE, 2015);
    private final Kin grandmother = kin("52", Sex.FEMALE, 1936);

    @Test
    void takesAFamilyOfFourGenerations() {
        assertThatCode(() -> Kinship.require(List.of(father, mother, son, wifeOfSon, grandson, grandmother)))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesTwoHeadsAndNone() {
        assertRefused(RegistryReason.RELATION_DOES_NOT_FIT, father, kin("02", Sex.FEMALE, 1962));
        assertRefused(RegistryReason.RELATION_DOES_NOT_FIT, mother, son);
    }

    @ParameterizedTest
    @CsvSource({"20, FEMALE, 1990", "12, MALE, 1962", "38, MALE, 1990", "51, FEMALE, 1930", "75, MALE, 1950"})
    void refusesAWordForTheOtherSex(String relation, Sex sex, int born) {
        assertRefused(RegistryReason.RELATION_OF_OTHER_SEX, father, kin(relation, sex, born));
    }

    @Test
    void refusesAHusbandsParentsForAMan() {
        assertRefused(RegistryReason.RELATION_OF_OTHER_SEX, father, kin("53", Sex.MALE, 1930));
    }

    @ParameterizedTest
    @CsvSource({
        "20, MALE, 1955",
        "51, MALE, 1970",
        "41, MALE, 1950",
        "71, MALE, 1965",
        "77, FEMALE, 1955",
        "61, MALE, 1990"
    })
    void refusesWhatAgesDoNotAllow(String relation, Sex sex, int born) {
        assertRefused(RegistryReason.RELATION_AGAINST_AGE, father, kin(relation, sex, born));
    }

    @Test
    void refusesWhatThereIsOneOfOnly() {
        assertRefused(RegistryReason.TWO_SPOUSES, father, mother, kin("10", Sex.FEMALE, 1963));
        assertRefused(RegistryReason.RELATION_TWICE, father, kin("51", Sex.MALE, 1930), kin("51", Sex.MALE, 1931));
        assertRefused(RegistryReason.RELATION_TWICE, father, kin("22", Sex.MALE, 1985), kin("22", Sex.MALE, 1987));
    }

    @Test
    void worksOutWhatEverybodyIsToTheWife() {
        assertThat(underHead(mother)).containsExactly("11", "02", "20", "38", "41", "54");
    }

    @Test
    void worksOutWhatEverybodyIsToTheOnlySon() {
        assertThat(underHead(son)).containsExactly("51", "52", "02", "12", "20", "62");
    }

    @Test
    void worksOutWhatEverybodyIsToTheGrandmother() {
        assertThat(underHead(grandmother)).containsExactly("20", "38", "41", "?", "?", "02");
    }

    @Test
    void worksOutSiblingsByAge() {
        var daughter = kin("30", Sex.FEMALE, 1991);
        var household = List.of(father, son, daughter);
        assertThat(new NewHead(father, daughter, household).of(son)).contains(new Relation("71"));
        assertThat(new NewHead(father, son, household).of(daughter)).contains(new Relation("77"));
    }

    @Test
    void asksWhoseWifeSheIsWhenThereAreTwoSons() {
        var other = kin("23", Sex.MALE, 1990);
        var household = List.of(father, son, other, wifeOfSon);
        assertThat(new NewHead(father, son, household).of(wifeOfSon)).isEmpty();
    }

    @Test
    void givesRelationsThatCanBe() {
        var household = List.of(father, mother, son, wifeOfSon, grandson, grandmother);
        for (var head : List.of(mother, son)) {
            var change = new NewHead(father, head, household);
            var after = household.stream()
                    .map(kin -> kin.as(change.of(kin).orElseThrow()))
                    .toList();
            assertThatCode(() -> Kinship.require(after)).doesNotThrowAnyException();
        }
    }

    private List<String> underHead(Kin head) {
        var household = List.of(father, mother, son, wifeOfSon, grandson, grandmother);
        var change = new NewHead(father, head, household);
        return household.stream()
                .map(change::of)
                .map(relation -> relation.map(Relation::code).orElse("?"))
                .toList();
    }

    private static void assertRefused(RegistryReason reason, Kin... household) {
        assertThatThrownBy(() -> Kinship.require(Stream.of(household).toList()))
                .satisfies(thrown -> assertThat(((Refusal) thrown).reason()).isEqualTo(reason));
    }

    private static Kin kin(String relation, Sex sex, int born) {
        return new Kin(UUID.randomUUID(), sex, LocalDate.of(born, 5, 1), new Relation(relation));
    }

    @Test
    void readsCodesOfTheStandardOnly() {
        assertThat(Optional.of(Relation.read("12"))).contains(new Relation("12"));
        assertThatThrownBy(() -> Relation.read("00")).isInstanceOf(Refusal.class);
    }
}
