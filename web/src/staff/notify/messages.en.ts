export default {
  title: 'Notices',
  note: 'Notices to this posting, and to its role at its unit.',
  bell: { none: 'Notices: none unread', unread: 'Notices: {0} unread' },
  urgent: 'Urgent',
  unread: 'Unread',
  unreadOnly: 'Unread only',
  mark: 'Mark as read',
  markOne: 'Mark as read: {0}',
  markAll: 'Mark all as read',
  empty: 'No notices yet',
  allRead: 'No unread notices',
  emptyNote: 'New notices appear here and on the bell above by themselves.',
}
