package org.linli.registry.synthetic;

/** Where people who moved here are registered: places around Baotou and farther away, by how often they come. */
final class Origins {

    record Origin(String code, String address) {}

    private static final Weighted<String> PLACES = Weighted.words("""
            150221,内蒙古包头市土默特右旗:14 150222,内蒙古包头市固阳县:13 150223,内蒙古包头市达尔罕茂明安联合旗:7
            150207,内蒙古包头市九原区:6 150202,内蒙古包头市东河区:6 150204,内蒙古包头市青山区:6
            150821,内蒙古巴彦淖尔市五原县:6 150823,内蒙古巴彦淖尔市乌拉特前旗:9 150921,内蒙古乌兰察布市卓资县:5
            150925,内蒙古乌兰察布市凉城县:4 150981,内蒙古乌兰察布市丰镇市:4 150621,内蒙古鄂尔多斯市达拉特旗:5
            150122,内蒙古呼和浩特市托克托县:3 610881,陕西省榆林市神木市:5 610822,陕西省榆林市府谷县:5
            140925,山西省忻州市宁武县:3 140212,山西省大同市新荣区:3 130729,河北省张家口市万全区:3
            411425,河南省商丘市虞城县:2 620121,甘肃省兰州市永登县:1 340621,安徽省淮北市濉溪县:1
            """);
    private static final String[] TOWNS = {"城关镇", "新城镇", "东河镇", "西山镇", "河口镇", "兴隆镇", "大余太镇", "怀朔镇", "双龙镇", "三道河镇"};
    private static final String[] VILLAGES = {"前进村", "东升村", "西湾村", "新建村", "红旗村", "王家村", "三间房村", "小召村", "北梁村", "南滩村"};

    private Origins() {}

    static Origin draw(Dice dice) {
        var place = PLACES.draw(dice).split(",");
        var address = place[1] + TOWNS[dice.below(TOWNS.length)] + VILLAGES[dice.below(VILLAGES.length)]
                + dice.between(1, 160) + "号";
        return new Origin(place[0], address);
    }

    static String code(Dice dice) {
        return PLACES.draw(dice).substring(0, 6);
    }
}
