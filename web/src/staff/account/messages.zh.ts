export default {
  menu: '修改密码',
  password: {
    title: '修改密码',
    first: '首次登录,请先设置自己的密码。',
    current: '现在的密码',
    next: '新密码',
    again: '再输一次新密码',
    rule: '至少12个字符,不要用姓名、生日或单位名称。',
    differs: '两次输入的新密码不一样。',
    submit: '保存新密码',
    done: '密码已修改。',
  },
}
