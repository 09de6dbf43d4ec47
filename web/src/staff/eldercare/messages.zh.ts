export default {
  living: {
    UNKNOWN: '居住情况不详',
    ALONE: '独居',
    COUPLE: '空巢（夫妻同住）',
    WITH_CHILDREN: '与子女同住',
    WITH_OTHERS: '与他人同住',
    INSTITUTION: '住养老机构',
  },
  relation: {
    SPOUSE: '配偶',
    CHILD: '子女',
    GRANDCHILD: '孙子女',
    SIBLING: '兄弟姐妹',
    RELATIVE: '亲属',
    NEIGHBOUR: '邻居',
    FRIEND: '朋友',
    CARER: '护理人员',
    COMMUNITY: '社区工作人员',
  },
  card: {
    title: '联系人',
    note: '按顺序拨打。',
    none: '还没有登记联系人。',
    verified: '已核实',
    unverified: '未核实',
    open: '打开服务档案',
  },
}
