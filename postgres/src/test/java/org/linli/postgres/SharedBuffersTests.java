package org.linli.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedBuffersTests {

    @Test
    void takesASixteenthWithinBounds() {
        assertThat(SharedBuffers.of(1_024)).isEqualTo("256MB");
        assertThat(SharedBuffers.of(24_000)).isEqualTo("1500MB");
        assertThat(SharedBuffers.of(512_000)).isEqualTo("4096MB");
        assertThat(SharedBuffers.ofThisMachine()).matches("\\d{3,4}MB");
    }
}
