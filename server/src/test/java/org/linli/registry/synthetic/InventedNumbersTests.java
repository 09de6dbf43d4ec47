package org.linli.registry.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.linli.shared.IdNumber;
import org.linli.shared.Sex;

class InventedNumbersTests {

    private static final LocalDate BIRTH = LocalDate.of(1958, 5, 6);
    private static final int ROUNDS = 44;

    @Test
    void areRightAndNobodysHoweverManyDistrictsAreFilled() {
        var identities = new ArrayList<String>();
        var passports = new ArrayList<String>();
        for (var round = 0; round < ROUNDS; round++) {
            for (var community : Set.of(0, 1, 111)) {
                var numbers = new InventedNumbers(community, round);
                for (var n = 0; n < 45; n++) {
                    identities.add(numbers.identity(BIRTH, Sex.FEMALE));
                    identities.add(numbers.identity(BIRTH, Sex.MALE));
                }
                passports.add(numbers.passport());
            }
        }
        assertThat(identities).doesNotHaveDuplicates().allSatisfy(number -> {
            assertThat(IdNumber.read(number, LocalDate.of(2026, 1, 1)).value()).isEqualTo(number);
            assertThat(number.substring(2, 4))
                    .as("a prefecture that does not exist")
                    .isBetween("91", "99");
        });
        assertThat(passports).doesNotHaveDuplicates().allMatch(number -> number.matches("EO\\d{7}"));
        assertThat(new TreeSet<>(identities.stream()
                        .map(number -> number.substring(0, 4))
                        .toList()))
                .containsExactly("1592", "1593", "1594", "1595", "1596", "1597", "1598", "1599");
    }

    @Test
    void areNotGivenTwice() {
        assertThatThrownBy(() -> new InventedNumbers(0, ROUNDS)).isInstanceOf(IllegalArgumentException.class);
    }
}
