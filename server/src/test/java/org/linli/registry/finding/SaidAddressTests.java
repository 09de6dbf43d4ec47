package org.linli.registry.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidAddressTests {

    @ParameterizedTest
    @CsvSource({
        "友谊小区, 友谊",
        "钢二十三号街坊, 钢23",
        "钢二十三街坊, 钢23",
        "少先路21号街坊, 少先路21",
        "保利花园, 保利花园",
        "三江小区, 三江",
        "第二职工宿舍, 第2职工宿舍",
        "一百零五号街坊, 105",
        "哈达门村, 哈达门村"
    })
    void writesACompoundAsPeopleSayIt(String name, String key) {
        assertThat(CompoundName.key(name)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "19, 3, 502, 19-3-502",
        "019栋, 三单元, 0502室, 19-3-502",
        "19号楼, '', 502, 19-502",
        "A座, 1, 12B, a-1-12b",
        "二十一栋, 一, 101, 21-1-101"
    })
    void writesADoorAsPeopleSayIt(String building, String unit, String room, String key) {
        assertThat(DoorNumber.key(building, unit, room)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "友谊19-3-502, 友谊, 19-3-502",
        "友谊小区19号楼3单元502室, 友谊, 19-3-502",
        "友谊小区十九栋三单元五楼502, 友谊, 19-3-502",
        "友谊 19 3 502, 友谊, 19-3-502",
        "yy19-3, yy, 19-3",
        "保利花园, 保利花园, ''",
        "钢二十三号街坊6栋2单元301, 钢23, 6-2-301"
    })
    void readsAnAddressInTheOrderPeopleSayIt(String said, String compound, String door) {
        assertThat(SaidAddress.readings(said).getFirst()).isEqualTo(new SaidAddress(compound, door));
    }

    @Test
    void takesANumberAfterTheNameForPartOfItToo() {
        assertThat(SaidAddress.readings("钢23-6-2-301"))
                .containsExactly(new SaidAddress("钢", "23-6-2-301"), new SaidAddress("钢23", "6-2-301"));
    }

    @Test
    void readsNothingIntoNumbersAlone() {
        assertThat(SaidAddress.readings("15020319490101001")).isEmpty();
        assertThat(SaidAddress.readings(" ")).isEmpty();
    }
}
