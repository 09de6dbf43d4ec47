export default {
  menu: 'Change password',
  password: {
    title: 'Change password',
    first: 'This is your first sign-in: please choose a password of your own.',
    current: 'Current password',
    next: 'New password',
    again: 'New password again',
    rule: 'At least 12 characters; not a name, a birthday or the unit.',
    differs: 'The two new passwords are not the same.',
    submit: 'Save the new password',
    done: 'The password was changed.',
  },
}
