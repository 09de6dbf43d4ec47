package org.linli.registry.sheet;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One list of codes (代码表): what is stored, and the words under which it is met in sheets. What is stored is also taken.
 */
public final class Codes {

    /** GB/T 2261.1, stored as the names of {@link org.linli.shared.Sex}. */
    public static final Codes SEX = of(
            "MALE", "男,1,男性,m", "FEMALE", "女,2,女性,f", "UNKNOWN", "未知,0,未知的性别", "UNSTATED", "未说明,9,未说明的性别");

    /** GA/T 517, stored as the names of {@link org.linli.shared.IdDocument.Kind}. */
    public static final Codes DOCUMENT_KIND = of(
            "RESIDENT_ID", "居民身份证,111,身份证,公民身份证,二代身份证,中华人民共和国居民身份证,id card",
            "TEMPORARY_RESIDENT_ID", "临时居民身份证,112,临时身份证",
            "HOUSEHOLD_REGISTER", "户口簿,113,户口本,居民户口簿",
            "OFFICER", "军官证,114,中国人民解放军军官证",
            "ARMED_POLICE", "警官证,115,武警警官证",
            "PASSPORT", "护照,414,普通护照",
            "TAIWAN_PASS", "台湾居民来往大陆通行证,511,台胞证",
            "HONG_KONG_MACAU_PASS", "港澳居民来往内地通行证,516,回乡证",
            "FOREIGN_PERMANENT_RESIDENCE", "外国人永久居留身份证,553,外国人永久居留证",
            "FOREIGN_RESIDENCE_PERMIT", "外国人居留证,554,外国人居留许可",
            "HONG_KONG_MACAU_TAIWAN_RESIDENCE", "港澳台居民居住证,台湾居民居住证,港澳居民居住证");

    /** GB/T 2261.2. */
    public static final Codes MARITAL_STATUS = of(
            "10", "未婚", "20", "已婚,有配偶,married", "21", "初婚", "22", "再婚", "23", "复婚", "30", "丧偶,widowed", "40",
            "离婚,离异,divorced", "90", "未说明,未说明的婚姻状况");

    /** GB/T 4658-2006, with the list of 1984 that many sheets still use. */
    public static final Codes EDUCATION = of(
            "10", "研究生,研究生教育", "11", "博士,博士研究生,博士研究生毕业", "14", "硕士,硕士研究生,硕士研究生毕业", "20", "本科,大学本科,大学,大学本科教育",
            "21", "大学本科毕业", "30", "专科,大专,大学专科,大学专科教育", "31", "大学专科毕业", "40", "中专,中等职业教育,中技,技校,中专或中技", "41",
            "中等专科", "44", "职业高中,职高", "47", "技工学校", "60", "高中,普通高级中学教育,普通高中", "61", "高中毕业", "70", "初中,初级中学教育", "71",
            "初中毕业", "80", "小学,小学教育", "81", "小学毕业", "90", "其他,文盲,半文盲,文盲或半文盲,学龄前,学龄前儿童,无");

    /** GB/T 4761-2008; whoever the register calls 本人 is the head. */
    public static final Codes RELATION = of(
            "02", "户主,01,本人,本人或户主,head,self", "03", "小集体户户主", "10", "配偶,爱人,spouse", "11", "夫,丈夫,husband", "12", "妻,妻子,wife",
            "20", "子,儿子,son", "21", "独生子", "22", "长子", "23", "次子,二子", "24", "三子", "25", "四子", "26", "五子", "27", "养子或继子,养子,继子", "28",
            "女婿", "29", "其他儿子", "30", "女,女儿,daughter", "31", "独生女", "32", "长女", "33", "次女,二女", "34", "三女", "35", "四女", "36", "五女", "37",
            "养女或继女,养女,继女", "38", "儿媳,儿媳妇", "39", "其他女儿", "40", "孙子、孙女或外孙子、外孙女,孙辈,grandchild", "41", "孙子", "42", "孙女", "43",
            "外孙子,外孙", "44", "外孙女", "45", "孙媳妇或外孙媳妇,孙媳妇", "46", "孙女婿或外孙女婿,孙女婿", "47", "曾孙子或外曾孙子,曾孙子", "48",
            "曾孙女或外曾孙女,曾孙女", "49", "其他孙子、孙女或外孙子、外孙女", "50", "父母,parent", "51", "父亲,父,爸爸,father", "52", "母亲,母,妈妈,mother", "53",
            "公公", "54", "婆婆", "55", "岳父", "56", "岳母", "57", "继父或养父,继父,养父", "58", "继母或养母,继母,养母", "59", "其他父母关系", "60",
            "祖父母或外祖父母,祖父母,grandparent", "61", "祖父,爷爷", "62", "祖母,奶奶", "63", "外祖父,外公,姥爷", "64", "外祖母,外婆,姥姥", "65",
            "配偶的祖父母或外祖父母", "66", "曾祖父", "67", "曾祖母", "68", "配偶的曾祖父母或外曾祖父母", "69", "其他祖父母或外祖父母关系", "70",
            "兄弟姐妹,sibling", "71", "兄,哥哥,哥", "72", "嫂,嫂子", "73", "弟,弟弟", "74", "弟媳", "75", "姐姐,姐", "76", "姐夫", "77", "妹妹,妹", "78",
            "妹夫", "79", "其他兄弟姐妹", "80", "其他,other", "81", "伯父", "82", "伯母", "83", "叔父,叔叔", "84", "婶母,婶婶", "85", "舅父,舅舅", "86", "舅母", "87",
            "姨父", "88", "姨母,姨", "89", "姑父", "90", "姑母,姑姑", "91", "堂兄弟、堂姐妹,堂兄弟姐妹", "92", "表兄弟、表姐妹,表兄弟姐妹", "93", "侄子", "94", "侄女", "95",
            "外甥", "96", "外甥女", "97", "其他亲属,亲属", "98", "保姆", "99", "非亲属");

    /** Kinds of residence, stored as {@code registry.residence.kind} has them. */
    public static final Codes RESIDENCE_KIND = of(
            "REGISTERED_HERE", "户在人在,人户一致,常住,户籍人口,常住人口,户籍在住,户籍,registered here",
            "FLOATING", "流动,流动人口,外来,外来人口,人在户不在,floating",
            "LIVING_ELSEWHERE", "户在人不在,空挂,空挂户,外出,living elsewhere",
            "RENTAL", "租住,租房,租户,承租,rental");

    /** GB/T 31000 §5.11. */
    public static final Codes INFLOW_REASON = of(
            "01", "务工", "02", "务农", "03", "经商", "04", "学习培训,学习,培训", "05", "婚嫁", "06", "随迁", "07", "治病疗养", "08", "投亲靠友", "09", "工作调动",
            "99", "其他");

    public static final Codes DWELLING_USE = of(
            "OWNER_OCCUPIED", "自住,自有,住宅,住房,owner occupied", "RENTAL", "出租,租住,出租房,出租屋,rental", "VACANT", "空置,空房,闲置,vacant",
            "BUSINESS", "经营,商用,商铺,办公,商业,business", "COLLECTIVE", "集体,宿舍,集体宿舍,collective", "OTHER", "其他,other");

    public static final Codes ORGANISATION_KIND = of(
            "ENTERPRISE", "企业,公司,有限责任公司,enterprise",
            "INDIVIDUAL_BUSINESS", "个体工商户,个体户,个体,individual business",
            "SOCIAL_GROUP", "社会团体,社团,social group",
            "PRIVATE_NON_ENTERPRISE_UNIT", "民办非企业单位,民办非企业,社会服务机构,民非",
            "FOUNDATION", "基金会,foundation",
            "PUBLIC_INSTITUTION", "事业单位,public institution",
            "GOVERNMENT", "机关,党政机关,国家机关,政府机关,government",
            "OTHER", "其他,other");

    private final Map<String, String> stored;
    private final Map<String, String> words;

    private Codes(Map<String, String> stored, Map<String, String> words) {
        this.stored = stored;
        this.words = words;
    }

    /** What is stored for a cell; empty when the list has no such code or word. */
    public Optional<String> read(String cell) {
        var text = plain(cell);
        var found = stored.get(text);
        // A spreadsheet takes the zero in front of a code away.
        return Optional.ofNullable(found != null ? found : stored.get("0" + text));
    }

    /** The Chinese word for what is stored; itself when the list does not have it. */
    public String word(String code) {
        return words.getOrDefault(code, code);
    }

    /** Every code with its Chinese word, in order. */
    public Map<String, String> words() {
        return words;
    }

    private static String plain(String cell) {
        return cell.strip().toLowerCase(java.util.Locale.ROOT);
    }

    private static Codes of(String... codesAndWords) {
        var stored = new HashMap<String, String>();
        var words = new LinkedHashMap<String, String>();
        for (var i = 0; i < codesAndWords.length; i += 2) {
            var code = codesAndWords[i];
            stored.put(plain(code), code);
            var all = codesAndWords[i + 1].split(",");
            words.put(code, all[0]);
            for (var word : all) {
                stored.putIfAbsent(plain(word), code);
            }
        }
        return new Codes(Map.copyOf(stored), java.util.Collections.unmodifiableMap(words));
    }
}
