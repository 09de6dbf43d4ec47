package org.linli.registry.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.linli.registry.bulk.Entry;
import org.linli.registry.synthetic.DistrictPlan.Part;
import org.linli.registry.synthetic.DistrictPlan.Share;
import org.linli.shared.Point;
import org.linli.shared.Sex;

/** Organisations (法人和其他组织) and places (场所) of a cell. */
final class Workplaces {

    private static final String NAME_CHARACTERS = "瑞丰达鑫源华泰恒信诚宏盛博雅康嘉美佳顺安通联创新科立德正兴隆昌盈金福祥和润泽晟铭";
    private static final Weighted<String> TRADES = Weighted.words("""
            商贸:14 机电设备:7 建筑安装:8 物流:7 餐饮管理:6 装饰工程:6 信息技术:5 钢铁贸易:6 稀土材料:3 物业服务:4 汽车服务:4 劳务服务:4
            教育咨询:3 医药:2 环保科技:2 文化传媒:3 再生资源:2 农牧业:2
            """);
    private static final Weighted<String> SHOPS = Weighted.words("""
            便利店:14 面馆:9 理发店:7 烧麦馆:6 五金店:5 水果店:6 服装店:6 药店:3 美容院:4 汽修部:4 羊肉馆:4 打印店:3 馒头铺:3 烟酒店:6
            母婴店:2 洗衣店:2 手机维修店:3 快递驿站:3 棋牌室:2 早餐店:6
            """);
    private static final List<String> GROUPS =
            List.of("志愿者协会", "老年体育协会", "书画协会", "广场舞协会", "合唱团", "邻里互助会", "商会", "足球协会");
    private static final List<String> UNITS = List.of("养老服务中心", "社会工作服务中心", "幼儿园", "职业培训学校", "日间照料中心", "康复服务中心");
    private static final List<String> KINDS = List.of(
            "KINDERGARTEN=幼儿园",
            "SCHOOL=小学",
            "CLINIC=卫生服务站",
            "ELDER_CARE=日间照料中心",
            "CANTEEN=老年食堂",
            "LIBRARY=社区书屋",
            "PARK=口袋公园",
            "MARKET=便民市场",
            "BANK=银行网点",
            "POST_OFFICE=邮政所",
            "TOILET=公共卫生间",
            "SHELTER=应急避难点",
            "POLICE_STATION=警务室",
            "HOSPITAL=医院门诊部",
            "OTHER=居民活动室");

    private final Dice dice;
    private final Numbering ids;
    private final InventedNumbers numbers;
    private final Part part;
    private final Consumer<Entry> out;

    Workplaces(Dice dice, Numbering ids, InventedNumbers numbers, Part part, Consumer<Entry> out) {
        this.dice = dice;
        this.ids = ids;
        this.numbers = numbers;
        this.part = part;
        this.out = out;
    }

    void fill(Share share, Ground ground, String compound) {
        var spots = ground.spots(Math.max(1, share.organisations() + share.socialOrganisations() + share.places()));
        var at = 0;
        for (var i = 0; i < share.organisations(); i++) {
            business(share, spots.get(at++), compound);
        }
        for (var i = 0; i < share.socialOrganisations(); i++) {
            social(share, spots.get(at++), compound);
        }
        for (var i = 0; i < share.places(); i++) {
            place(share, spots.get(at++), compound, share.ordinal() * 7 + i);
        }
    }

    private void business(Share share, Point at, String compound) {
        var roll = dice.real();
        if (roll < 0.60) {
            var name = "昆都仑区" + word() + SHOPS.draw(dice);
            add(share, at, compound, numbers.credit("92"), name, "INDIVIDUAL_BUSINESS", 1, 6);
        } else if (roll < 0.97) {
            var name = "包头市" + word() + TRADES.draw(dice) + "有限责任公司";
            add(share, at, compound, numbers.credit("91"), name, "ENTERPRISE", 3, 120);
        } else {
            var name = "昆都仑区" + bare() + dice.of(List.of("服务中心", "事务站", "文化站", "环卫站", "技术推广站"));
            add(share, at, compound, numbers.credit("12"), name, "PUBLIC_INSTITUTION", 5, 60);
        }
    }

    private void social(Share share, Point at, String compound) {
        var roll = dice.real();
        if (roll < 0.62) {
            var name = "昆都仑区" + bare() + word() + dice.of(GROUPS);
            add(share, at, compound, numbers.credit("51"), name, "SOCIAL_GROUP", 0, 5);
        } else if (roll < 0.995) {
            var name = "昆都仑区" + word() + dice.of(UNITS);
            add(share, at, compound, numbers.credit("52"), name, "PRIVATE_NON_ENTERPRISE_UNIT", 2, 30);
        } else {
            add(share, at, compound, numbers.credit("53"), "昆都仑区" + word() + "慈善基金会", "FOUNDATION", 2, 8);
        }
    }

    private void add(
            Share share, Point at, String compound, String uscc, String name, String kind, int least, int most) {
        var sex = dice.chance(0.68) ? Sex.MALE : Sex.FEMALE;
        var head = PersonNames.surname(dice) + PersonNames.given(dice, sex, dice.between(1960, 1995));
        var founded = dice.day(LocalDate.of(1998, 3, 1), Families.AS_OF);
        out.accept(new Entry.Organisation(
                ids.next(),
                uscc,
                name,
                kind,
                head,
                numbers.phone(),
                "内蒙古包头市昆都仑区" + compound + "底商" + dice.between(1, 60) + "号",
                share.cell().code(),
                at,
                dice.between(least, most),
                founded));
    }

    private void place(Share share, Point at, String compound, int number) {
        var kind = KINDS.get(number % KINDS.size()).split("=");
        var name = bare() + (number / KINDS.size() % 9 + 1) + "号" + kind[1];
        out.accept(new Entry.Place(
                ids.next(),
                kind[0],
                name,
                null,
                "内蒙古包头市昆都仑区" + compound,
                null,
                kind[0].equals("TOILET") || kind[0].equals("PARK") ? "全天" : "08:30-17:30",
                share.cell().code(),
                at));
    }

    /** The community without its word. */
    private String bare() {
        return part.name().replaceFirst("社区$", "");
    }

    private String word() {
        return dice.character(NAME_CHARACTERS) + dice.character(NAME_CHARACTERS);
    }
}
