export type { Posting, Session } from './api'
export { defineModule, type HomeCard, type MenuEntry, type StaffModule } from './module'
export { MENU_GROUPS } from './menuGroups'
export { useCan, useSession } from './session'
