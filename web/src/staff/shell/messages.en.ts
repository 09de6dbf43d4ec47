export default {
  posting: 'Posting',
  signOut: 'Sign out',
  toHome: 'Go to the home page',
  menu: {
    label: 'Main menu',
    counter: 'Counter',
    casework: 'Cases',
    supervise: 'Supervision',
    settings: 'Settings',
  },
  home: {
    title: 'Home',
    greeting: 'Good day, {0}',
    nothing: 'This posting has no work on the home page',
    nothingNote: 'What it may use is in the menu on the left.',
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
  choose: { title: 'Choose a posting', text: 'You hold several postings. Choose the one to act through.' },
  idle: {
    title: 'You will be signed out soon',
    text: 'Nothing has been done for a while. You will be signed out in {0}.',
    stay: 'Stay signed in',
  },
  notPermitted: {
    title: 'This posting may not open this page',
    text: 'If another of your postings may, choose it at the top of the page.',
  },
  offline: {
    title: 'The server cannot be reached',
    text: 'Check the network or tell an administrator, then try again.',
  },
}
