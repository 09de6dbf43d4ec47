package org.linli.counter.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitWordTests {

    @ParameterizedTest
    @CsvSource({
        "少先路街道社区中心站, 少先",
        "阿尔丁大街街道社区中心站, 阿尔丁",
        "市府东路街道社区中心站, 市府东",
        "包头市昆都仑区少先路街道办事处, 少先",
        "昆河镇人民政府, 昆河",
        "保利新华社区居委会, 保利新华",
        "昆都仑区民政局, 民政",
        "少先二十二街坊花园小区社区居委会, 少先二十二街坊花"
    })
    void shortensAUnitToItsWord(String unit, String word) {
        assertThat(UnitWord.of(unit)).isEqualTo(word);
    }
}
