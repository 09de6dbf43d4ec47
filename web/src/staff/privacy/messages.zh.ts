export default {
  disclosures: {
    comma: '、',
    field: {
      address: '住址',
      birthDate: '出生日期',
      form: '表单内容',
      idNumber: '证件号码',
      mandates: '委托记录',
      name: '姓名',
      paper: '文书全文',
      phone: '电话',
      photo: '照片',
      files: '附件',
    },
    why: {
      'forward-to-department': '送部门办理',
      'counter-service': '窗口办理',
      'handed-over': '材料交接',
      'visit-in-hand': '接待来访人',
    },
    title: '个人信息调阅记录',
    note: '谁、为何、看过谁的哪些完整信息。输入身份证号可查「谁看过我的信息」；号码只用于比对，不保存。',
    idNumber: '身份证号',
    fields: '项目',
    purpose: '目的',
    empty: '没有符合的调阅记录',
  },
}
