package org.linli.registry.synthetic;

import java.util.List;
import org.linli.shared.Sex;

/** Names (姓名) as the north has them: surnames by how often they are met, given names by sex and generation. */
final class PersonNames {

    private static final Weighted<String> SURNAMES = Weighted.words("""
            王:94 张:89 李:86 刘:72 赵:42 杨:37 陈:30 郭:26 高:23 孙:21 马:20 武:9 郝:11 任:14 郑:13 贾:14 白:14 韩:19 苏:10
            冯:16 吕:12 田:13 薛:9 梁:15 宋:16 许:11 石:11 周:17 徐:16 吴:17 胡:13 朱:13 何:11 董:12 杜:13 魏:12 崔:11 范:10
            姜:8 于:11 丁:9 侯:10 段:9 温:6 曹:11 闫:12 邢:7 乔:10 史:8 尹:7 牛:8 康:8 常:9 秦:8 罗:8 林:8 黄:11 谢:8 邓:6
            韦:2 叶:4 程:8 袁:8 沈:5 卢:7 蒋:5 蔡:4 潘:5 姚:8 谭:4 汪:5 孟:8 邵:5 雷:5 龚:2 陶:3 方:5 钱:4 毛:4 尚:4 樊:4
            霍:4 岳:4 齐:4 葛:4 游:2 左:3 单:2 曾:3 解:2 仇:1 查:1 区:1 翟:5 弓:2 菅:1 靳:5 庞:4 焦:5 兰:5 云:7 阎:3 欧阳:1
            """);

    private static final List<String> MONGOLIAN_MEN = List.of(
            "巴特尔", "朝鲁", "那顺", "额尔敦", "苏和", "布和", "哈斯", "宝音", "阿古拉", "特木尔", "孟和", "吉日嘎拉", "敖其尔", "达来", "呼和", "乌力吉",
            "格日勒图", "青格勒", "巴雅尔", "斯日古楞", "孟根", "哈达", "扎木苏", "满达", "巴图", "毕力格", "呼格吉勒", "敖特根");

    private static final List<String> MONGOLIAN_WOMEN = List.of(
            "其其格", "娜仁", "乌兰", "萨仁", "斯琴", "高娃", "娜仁花", "乌云", "苏日娜", "萨日娜", "塔娜", "托娅", "通拉嘎", "阿茹娜", "乌日娜", "斯琴高娃",
            "乌云其其格", "萨仁图雅", "琪琪格", "娜布其", "莎林", "哈斯其其格", "奥登", "诺敏", "娜荷芽", "乌仁", "阿丽玛", "珠拉");

    /** First and second characters of given names of a generation, men's then women's. */
    private record Fashion(
            int since, String first, String second, String womenFirst, String womenSecond, double oneCharacter) {}

    private static final List<Fashion> FASHIONS = List.of(
            new Fashion(1900, "德福树永玉万金世长文根有存占满", "福林才山财海贵和义清宝祥旺来生", "秀玉桂淑翠凤月兰素爱巧金存润", "英兰珍花莲香梅云芝枝仙女娥叶", 0.06),
            new Fashion(1950, "建国志卫永学明爱文新东保忠树胜", "国军华民平强明东生林义忠成民元", "玉秀桂淑丽凤爱艳春红建淑月素", "英兰梅华芳珍琴花萍霞云荣凤玲", 0.10),
            new Fashion(1970, "建志永海晓文国俊春利立宏向少世", "军强伟东峰平林明斌刚龙飞辉勇杰", "丽艳晓春海红玉小雪秀燕文美淑", "霞丽芳萍梅红琴娟英艳君玲敏云", 0.32),
            new Fashion(1985, "晓海志文俊宇建鹏泽旭小振天立子", "鹏飞龙超强伟磊峰东辉宇亮杰刚涛", "晓雪丽海婷文小慧佳艳春美静思", "娜婷丽敏静艳燕霞芳娟洁蕾楠雪", 0.45),
            new Fashion(2000, "浩子宇俊嘉泽天梓文一鑫皓明家佳", "然轩宇杰豪涵博泽阳鑫鹏睿辰龙淇", "子欣佳雨梓思诗嘉雅梦可一紫婧", "涵怡彤欣琪雯萱轩瑶悦静婷妍然", 0.12),
            new Fashion(2012, "沐奕宸梓子浩宇一辰景亦嘉睿泽承", "辰宸泽轩阳言睿霖屹然恒航朗安诺", "一沐语若梓诗欣苡雨安可芮书念星", "汐诺桐萱瑶妍彤宁玥柠菲伊晗溪", 0.05));

    private static final String SHORT_MEN = "伟强磊军勇涛鹏飞杰超刚斌波辉浩亮宇龙峰凯明帅旭东宁";
    private static final String SHORT_WOMEN = "丽敏静艳娟霞燕芳玲娜洁婷萍红英梅琳莉颖慧雪倩丹蕾楠";

    private PersonNames() {}

    static String surname(Dice dice) {
        return SURNAMES.draw(dice);
    }

    /** Empty when the name has none. */
    static String surnameOf(String name) {
        if (MONGOLIAN_MEN.contains(name) || MONGOLIAN_WOMEN.contains(name)) {
            return "";
        }
        return name.startsWith("欧阳") ? "欧阳" : name.substring(0, 1);
    }

    static String given(Dice dice, Sex sex, int birthYear) {
        var men = sex == Sex.MALE;
        var fashion = FASHIONS.reversed().stream()
                .filter(one -> one.since() <= birthYear)
                .findFirst()
                .orElse(FASHIONS.getFirst());
        if (dice.chance(fashion.oneCharacter())) {
            return dice.character(men ? SHORT_MEN : SHORT_WOMEN);
        }
        return dice.character(men ? fashion.first() : fashion.womenFirst())
                + dice.character(men ? fashion.second() : fashion.womenSecond());
    }

    static String mongolian(Dice dice, Sex sex) {
        return dice.of(sex == Sex.MALE ? MONGOLIAN_MEN : MONGOLIAN_WOMEN);
    }
}
