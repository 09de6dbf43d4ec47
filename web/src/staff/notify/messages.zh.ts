export default {
  title: '通知',
  note: '发给本岗位和本单位同一角色的通知。',
  bell: { none: '通知：没有未读', unread: '通知：{0} 条未读' },
  urgent: '紧急',
  unread: '未读',
  unreadOnly: '只看未读',
  mark: '标为已读',
  markOne: '标为已读：{0}',
  markAll: '全部标为已读',
  empty: '还没有通知',
  allRead: '没有未读的通知',
  emptyNote: '有新通知时，这里和页面上方的铃会自动更新。',
}
