package org.linli.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskingTests {

    @Test
    void keepsTheSurname() {
        assertThat(Masking.name("张伟")).isEqualTo("张*");
        assertThat(Masking.name("张小伟")).isEqualTo("张**");
        assertThat(Masking.name("𠮷野")).isEqualTo("𠮷*");
        assertThat(Masking.name("王")).isEqualTo("*");
        assertThat(Masking.name("")).isEmpty();
    }

    @Test
    void keepsTheFirstCharacterOfALongMongolianName() {
        assertThat(Masking.name("乌兰图雅其其格")).isEqualTo("乌***");
    }

    @Test
    void keepsTheEndsOfNumbers() {
        assertThat(Masking.idNumber("150203198808081237")).isEqualTo("150203********1237");
        assertThat(Masking.phone("13800001234")).isEqualTo("138****1234");
        assertThat(Masking.bankCard("6222020200112233445")).isEqualTo("***************3445");
        assertThat(Masking.document("A1234567")).isEqualTo("A1****67");
    }

    @Test
    void hidesWhatIsTooShortToKeepAnythingOf() {
        assertThat(Masking.phone("110")).isEqualTo("***");
        assertThat(Masking.document("1234")).isEqualTo("****");
    }

    @Test
    void endsAnAddressAtTheCompound() {
        assertThat(Masking.address("包头市昆都仑区友谊小区19栋3单元502")).isEqualTo("包头市昆都仑区友谊小区***");
        assertThat(Masking.address("保利花园5-1-101")).isEqualTo("保利花园***");
    }
}
