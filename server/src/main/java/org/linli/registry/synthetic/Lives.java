package org.linli.registry.synthetic;

import org.jspecify.annotations.Nullable;
import org.linli.registry.synthetic.Family.Figure;
import org.linli.shared.Sex;

/** What people of an age have learnt and do; codes of GB/T 4658 and GB/T 31000. */
final class Lives {

    private static final Weighted<String> WORK = Weighted.words("""
            轧钢工:8 炼铁工:5 电工:5 焊工:4 钳工:4 天车工:3 机械维修工:4 货车司机:4 出租车司机:2 网约车司机:2 快递员:3 外卖骑手:2 保安:3
            保洁员:3 售货员:6 收银员:3 厨师:3 餐厅服务员:4 会计:4 文员:5 教师:5 医生:2 护士:3 社区工作者:1 公务员:2 工程师:4 质检员:2
            仓库管理员:2 销售员:6 个体经营:8 理发师:1 美容师:1 装修工:3 环卫工:2 物业管理员:2 软件工程师:1 银行职员:1 待业:5
            """);
    private static final Weighted<String> EMPLOYERS = Weighted.words("""
            北钢炼铁厂:8 北钢轧钢厂:8 北钢动力厂:4 稀土材料公司:4 昆都仑建安公司:3 公交公司:2 区属学校:3 区属医院:3 商贸城:4 物业公司:3
            自主经营:8 机械加工厂:4 物流公司:3 房产中介:1 连锁超市:3
            """);
    private static final Weighted<String> YOUNG = Weighted.words("10:4 20:32 30:30 40:14 60:10 70:10");
    private static final Weighted<String> MIDDLE = Weighted.words("10:1 20:15 30:21 40:18 60:16 70:26 80:3");
    private static final Weighted<String> OLD = Weighted.words("20:4 30:8 40:10 60:14 70:36 80:24 90:4");
    private static final Weighted<String> ADULT_REASONS = Weighted.words("01:50 03:14 09:10 05:8 08:7 04:6 06:4 99:1");

    private Lives() {}

    static @Nullable String education(Dice dice, int age) {
        if (age < 6) {
            return null;
        }
        if (age < 22) {
            return age < 12 ? "80" : age < 16 ? "70" : age < 19 ? "60" : dice.chance(0.6) ? "20" : "30";
        }
        return (age < 40 ? YOUNG : age < 60 ? MIDDLE : OLD).draw(dice);
    }

    static @Nullable String occupation(Dice dice, int age, Sex sex) {
        if (age < 6) {
            return null;
        }
        if (age < 19) {
            return "学生";
        }
        return MovingIn.isOfWorkingAge(age, sex) ? WORK.draw(dice) : "退休";
    }

    static @Nullable String employer(Dice dice, int age, Sex sex) {
        return MovingIn.isOfWorkingAge(age, sex) && dice.chance(0.6) ? EMPLOYERS.draw(dice) : null;
    }

    static String inflowReason(Dice dice, Figure figure) {
        var age = figure.age();
        if (age < 16) {
            return age >= 6 && dice.chance(0.2) ? "04" : "06";
        }
        if (age >= 60) {
            return dice.chance(0.5) ? "06" : dice.chance(0.5) ? "08" : "07";
        }
        return ADULT_REASONS.draw(dice);
    }
}
