/** The headings of the side menu, in the order in which people need them. */
export const MENU_GROUPS = [
  'shell.menu.counter',
  'shell.menu.casework',
  'shell.menu.registry',
  'shell.menu.grid',
  'shell.menu.phones',
  'shell.menu.care',
  'shell.menu.supervise',
  'shell.menu.settings',
  'shell.menu.own',
] as const

export type MenuGroup = (typeof MENU_GROUPS)[number]
