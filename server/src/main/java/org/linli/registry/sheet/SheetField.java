package org.linli.registry.sheet;

import static org.linli.registry.sheet.SheetKind.DWELLINGS;
import static org.linli.registry.sheet.SheetKind.ORGANISATIONS;
import static org.linli.registry.sheet.SheetKind.PEOPLE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.linli.shared.Names;

/** A field of a sheet (字段), with what its column is called: fields of people after GB/T 31000 tables 12 and 13. */
public enum SheetField {
    NAME(true, "姓名", "Name", List.of(PEOPLE), "人员姓名", "居民姓名", "full name"),
    DOCUMENT_KIND(false, "证件类型", "Document kind", List.of(PEOPLE), "证件代码", "证件种类", "证件名称", "document type", "id type"),
    DOCUMENT_NUMBER(
            true,
            "证件号码",
            "Document number",
            List.of(PEOPLE),
            "公民身份号码",
            "身份证号",
            "身份证号码",
            "身份证",
            "居民身份证号码",
            "证件号",
            "id number",
            "identity number",
            "id no"),
    FORMER_NAME(false, "曾用名", "Former name", List.of(PEOPLE)),
    SEX(false, "性别", "Sex", List.of(PEOPLE), "gender"),
    BIRTH_DATE(false, "出生日期", "Birth date", List.of(PEOPLE), "出生年月日", "出生年月", "生日", "date of birth", "birthday"),
    NATIVE_PLACE(false, "籍贯", "Native place", List.of(PEOPLE)),
    MARITAL_STATUS(false, "婚姻状况", "Marital status", List.of(PEOPLE), "婚姻", "婚否"),
    EDUCATION(false, "学历", "Education", List.of(PEOPLE), "文化程度", "education level"),
    OCCUPATION(false, "职业", "Occupation", List.of(PEOPLE), "从事职业"),
    EMPLOYER(false, "服务处所", "Employer", List.of(PEOPLE), "工作单位", "单位", "work unit"),
    PHONE(
            false,
            "联系方式",
            "Phone",
            List.of(PEOPLE, ORGANISATIONS),
            "联系电话",
            "手机",
            "手机号",
            "手机号码",
            "电话",
            "电话号码",
            "企业联系方式",
            "phone number",
            "mobile",
            "telephone"),
    REGISTERED_DIVISION(false, "户籍地", "Registered division", List.of(PEOPLE), "户籍地区划", "户口所在地", "户籍所在地", "户籍地代码"),
    REGISTERED_ADDRESS(
            false, "户籍门（楼）详址", "Registered address", List.of(PEOPLE), "户籍地址", "户籍详址", "户籍地详址", "身份证地址", "户口地址"),
    HOUSEHOLD_NUMBER(false, "户号", "Household number", List.of(PEOPLE), "家庭户号", "户口号", "户编号", "household no"),
    RELATION(false, "与户主关系", "Relation to head", List.of(PEOPLE), "户主关系", "家庭关系", "与户主的关系", "relation", "relationship"),
    HEAD_NUMBER(
            false,
            "户主证件号码",
            "Head's document number",
            List.of(PEOPLE),
            "户主公民身份号码",
            "户主身份证号",
            "户主身份证号码",
            "户主身份证",
            "head id number"),
    COMMUNITY(
            false,
            "社区",
            "Community",
            List.of(PEOPLE, DWELLINGS, ORGANISATIONS),
            "所属社区",
            "社区名称",
            "社区代码",
            "居委会",
            "现住地",
            "所在地"),
    GRID_CELL(false, "网格", "Grid cell", List.of(PEOPLE, DWELLINGS, ORGANISATIONS), "所属网格", "网格代码", "网格编号", "grid"),
    COMPOUND(false, "小区", "Compound", List.of(PEOPLE, DWELLINGS), "小区名称", "小区（单位）名称", "居住小区", "院落", "街坊", "estate"),
    BUILDING(false, "楼栋", "Building", List.of(PEOPLE, DWELLINGS), "楼号", "栋号", "楼栋号", "楼栋名称", "幢", "楼", "building no"),
    UNIT(false, "单元", "Unit", List.of(PEOPLE, DWELLINGS), "单元号", "staircase", "entrance"),
    FLOOR(false, "楼层", "Floor", List.of(PEOPLE, DWELLINGS), "层", "所在楼层"),
    ROOM(false, "室", "Room", List.of(PEOPLE, DWELLINGS), "房号", "房间号", "门牌号", "室号", "门号", "户室", "room no"),
    RESIDENCE_KIND(false, "居住类型", "Residence kind", List.of(PEOPLE), "居住性质", "人口类型", "人口类别", "居住情况", "residence type"),
    INFLOW_REASON(false, "流入原因", "Reason of inflow", List.of(PEOPLE), "来此原因", "居住事由"),
    FROM_DATE(false, "起始日期", "From", List.of(PEOPLE), "居住起始日期", "入住日期", "居住开始日期", "登记日期", "since", "from date"),
    UNTIL_DATE(false, "终止日期", "Until", List.of(PEOPLE), "居住终止日期", "搬离日期", "居住结束日期", "until date"),
    DWELLING_USE(false, "房屋用途", "Use of dwelling", List.of(DWELLINGS), "用途", "建筑用途", "房屋性质", "房屋类型", "use"),
    SQUARE_METRES(false, "建筑面积", "Square metres", List.of(DWELLINGS), "面积", "房屋面积", "area", "floor area"),
    USCC(
            false,
            "统一社会信用代码",
            "Unified social credit code",
            List.of(ORGANISATIONS),
            "工商执照注册号（统一社会信用代码）",
            "信用代码",
            "社会信用代码",
            "uscc"),
    ORGANISATION_NAME(true, "单位名称", "Organisation name", List.of(ORGANISATIONS), "企业名称", "名称", "机构名称", "组织名称", "name"),
    ORGANISATION_KIND(
            false, "单位类型", "Kind of organisation", List.of(ORGANISATIONS), "企业类别", "类型", "机构类型", "组织类型", "type"),
    LEGAL_REPRESENTATIVE(
            false, "法定代表人", "Legal representative", List.of(ORGANISATIONS), "法定代表人姓名", "法人", "法人代表", "负责人", "负责人姓名"),
    ADDRESS(false, "地址", "Address", List.of(ORGANISATIONS), "企业地址", "经营地址", "住所", "单位地址", "所在地详址"),
    EMPLOYEES(false, "员工数", "Employees", List.of(ORGANISATIONS), "企业员工数", "从业人数", "职工人数", "staff"),
    ESTABLISHED_ON(false, "成立日期", "Established on", List.of(ORGANISATIONS), "注册日期", "成立时间"),
    DISSOLVED_ON(false, "注销日期", "Dissolved on", List.of(ORGANISATIONS), "注销时间"),
    LONGITUDE(false, "经度", "Longitude", List.of(DWELLINGS, ORGANISATIONS), "lon", "lng"),
    LATITUDE(false, "纬度", "Latitude", List.of(DWELLINGS, ORGANISATIONS), "lat");

    private final boolean required;
    private final Names names;
    private final Set<SheetKind> kinds;
    private final List<String> synonyms;

    SheetField(boolean required, String zh, String en, List<SheetKind> kinds, String... synonyms) {
        this.required = required;
        this.names = Names.of(zh, en);
        this.kinds = EnumSet.copyOf(kinds);
        this.synonyms = List.of(synonyms);
    }

    /** Whether a sheet without such a column cannot be imported. */
    public boolean isRequired() {
        return required;
    }

    /** What the column is called in a template. */
    public Names names() {
        return names;
    }

    Set<SheetKind> kinds() {
        return kinds;
    }

    /** What else the column is called. */
    public List<String> synonyms() {
        return synonyms;
    }
}
