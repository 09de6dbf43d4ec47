export default {
  posting: '岗位',
  signOut: '退出',
  toHome: '回到首页',
  menu: {
    label: '主菜单',
    counter: '一窗受理',
    casework: '办件',
    supervise: '监督与统计',
    settings: '设置',
  },
  home: {
    title: '首页',
    greeting: '{0}，您好',
    nothing: '这个岗位在首页没有待办',
    nothingNote: '可用的功能在左侧菜单里。',
  },
  signIn: {
    title: '登录',
    name: '账号',
    password: '密码',
    code: '动态验证码',
    codeHint: '打开手机上的验证器，输入6位数字。',
    submit: '登录',
    again: '换一个账号',
    ended: '登录已结束，请重新登录。',
  },
  choose: { title: '选择岗位', text: '您有多个岗位，请选择这次以哪个岗位办理。' },
  idle: {
    title: '即将自动退出',
    text: '较长时间没有操作，{0} 后将自动退出登录。',
    stay: '继续使用',
  },
  notPermitted: {
    title: '当前岗位不能打开这一页',
    text: '如果您有另一个岗位可以办理，请在页面上方切换岗位。',
  },
  offline: { title: '连接不上服务器', text: '请检查网络，或告诉管理员。恢复后请重试。' },
}
