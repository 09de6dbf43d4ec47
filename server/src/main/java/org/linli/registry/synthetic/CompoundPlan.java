package org.linli.registry.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The residential compounds of a community: street blocks by number where the community is named after one, villages, the
 * works' dormitories, and newer estates with names of their own.
 */
final class CompoundPlan {

    /** How a compound is built. */
    enum Build {
        /** Five or six floors without a lift, from the works' early years. */
        BLOCK,
        /** Eleven floors or more with a lift. */
        ESTATE,
        /** Yards. */
        VILLAGE,
        DORMITORY
    }

    /** @param firstBuilding where its buildings begin to be counted: a block that two communities share is counted on */
    record Planned(String name, Build build, int firstBuilding) {}

    private static final Pattern BLOCK = Pattern.compile(
            "(?<word>[东西]?(?:少先|友谊|钢|阿尔丁|青年|团结)甲?)(?<number>[一二三四五六七八九十]+)(?:号?街坊)?(?:第(?<part>[一二三四]))?.*");
    private static final Pattern PART_OF = Pattern.compile("(?<name>.+小区)第(?<part>[一二三四])");
    private static final Pattern VILLAGE = Pattern.compile(".+[村查]");
    private static final Pattern WORKS = Pattern.compile(".*(?:厂区|园区).*");
    private static final Pattern ESTATE = Pattern.compile(".+(?:小区|花园|嘉园|佳园|星城|春天|新城|壹品|瑞都|世纪)");
    private static final String ORDINALS = "一二三四五六七八九";
    private static final int BUILDINGS_A_PART = 60;

    private static final String[] WORDS = {
        "康乐", "民馨", "富强", "绿苑", "丰华", "瑞德", "景富", "春晖", "和顺", "安泰", "兴苑", "文汇", "钢城", "昆河", "青山", "金沙", "银河",
        "松石", "鹿苑", "草原", "朝阳", "向阳", "华丽", "明珠", "紫金", "翠堤", "兰亭", "书香", "名仕", "学府", "雅居", "馨悦", "盛景", "合欢",
        "云杉", "丁香", "海棠", "白桦", "红枫", "玫瑰"
    };
    private static final String[] ENDINGS = {"花园", "家园", "小区", "嘉苑", "公馆", "新居", "佳苑", "名邸", "里"};

    private CompoundPlan() {}

    /**
     * @param name the community's short name
     * @param ordinal its place in the district
     * @param cells how many grid cells it has
     */
    static List<Planned> of(String name, int ordinal, int cells, int round) {
        var bare = name.replaceFirst("(社区|居委会|村委会)+$", "").replaceFirst("虚拟$", "");
        var planned = new ArrayList<Planned>();
        planned.add(main(bare));
        var more = planned.getFirst().build() == Build.VILLAGE ? 0 : 1 + cells / 9;
        for (var i = 0; i < more; i++) {
            var at = ordinal * 4 + i;
            var word = WORDS[at % WORDS.length];
            planned.add(new Planned(word + ENDINGS[(at / WORDS.length + at) % ENDINGS.length], Build.ESTATE, 1));
        }
        return round == 0
                ? planned
                : planned.stream()
                        .map(one -> new Planned(one.name() + "第" + (round + 1) + "区", one.build(), one.firstBuilding()))
                        .toList();
    }

    private static Planned main(String bare) {
        var block = BLOCK.matcher(bare);
        if (block.matches()) {
            var name = block.group("word") + digits(block.group("number")) + "号街坊";
            return new Planned(name, Build.BLOCK, first(block.group("part")));
        }
        var part = PART_OF.matcher(bare);
        if (part.matches()) {
            return new Planned(part.group("name"), Build.BLOCK, first(part.group("part")));
        }
        if (VILLAGE.matcher(bare).matches()) {
            return new Planned(bare, Build.VILLAGE, 1);
        }
        if (WORKS.matcher(bare).matches()) {
            return new Planned(bare + "公寓", Build.DORMITORY, 1);
        }
        if (bare.startsWith("第")) {
            return new Planned("白云小区", Build.BLOCK, first(bare.substring(1)));
        }
        return new Planned(ESTATE.matcher(bare).matches() ? bare : bare + "小区", Build.ESTATE, 1);
    }

    private static int first(@org.jspecify.annotations.Nullable String part) {
        return part == null ? 1 : 1 + BUILDINGS_A_PART * ORDINALS.indexOf(part.charAt(0));
    }

    /** Up to ninety-nine. */
    static int digits(String numeral) {
        var ten = numeral.indexOf('十');
        if (ten < 0) {
            return ORDINALS.indexOf(numeral) + 1;
        }
        var tens = ten == 0 ? 1 : ORDINALS.indexOf(numeral.charAt(0)) + 1;
        var ones = ten + 1 < numeral.length() ? ORDINALS.indexOf(numeral.charAt(ten + 1)) + 1 : 0;
        return 10 * tens + ones;
    }
}
