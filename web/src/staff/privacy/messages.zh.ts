export default {
  disclosures: {
    title: '个人信息调阅记录',
    note: '谁、为何、看过谁的哪些完整信息。输入身份证号可查「谁看过我的信息」；号码只用于比对，不保存。',
    idNumber: '身份证号',
    fields: '项目',
    purpose: '目的',
    empty: '没有符合的调阅记录',
  },
}
