package org.linli.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTests {

    @Test
    void sortInTheOrderTheyWereMade() {
        var made = Stream.generate(Ids::next).limit(20_000).toList();
        assertThat(made).doesNotHaveDuplicates();
        assertThat(made.stream().map(UUID::toString)).isSorted();
        assertThat(made).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
    }
}
