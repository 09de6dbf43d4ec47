export default {
  posting: 'Posting',
  signOut: 'Sign out',
  toHome: 'Go to the home page',
  menu: {
    label: 'Main menu',
    counter: 'Counter',
    casework: 'Cases',
    registry: 'One base',
    supervise: 'Supervision',
    settings: 'Settings',
    own: 'My account',
  },
  home: {
    title: 'Home',
    greeting: 'Good day, {0}',
    functions: 'What this posting may use',
  },
  signIn: {
    title: 'Sign in',
    name: 'Account',
    password: 'Password',
    code: 'Authenticator code',
    codeHint: 'Open the authenticator on your phone and type the 6 digits.',
    submit: 'Sign in',
    again: 'Use another account',
    ended: 'Your session has ended. Please sign in again.',
  },
  return: {
    title: 'Your session has ended',
    text: 'Nothing was done for a while, or you signed out elsewhere. Sign in again and you are back on the same page, with everything you typed.',
  },
  choose: { title: 'Choose a posting', text: 'You hold several postings. Choose the one to act through.' },
  idle: {
    title: 'You will be signed out soon',
    text: 'Nothing has been done for a while. You will be signed out in {0}.',
    stay: 'Stay signed in',
  },
  notPermitted: {
    title: 'This posting may not open this page',
    asking: 'Your posting now: {0}. What you asked for: {1}.',
    other: 'If another of your postings may, choose it at the top of the page.',
    ask: 'If your work needs it, ask a security administrator for a posting that has it.',
  },
  offline: {
    title: 'The server cannot be reached',
    text: 'Check the network or tell an administrator, then try again.',
  },
}
