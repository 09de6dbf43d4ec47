import { addMessages } from '@/shared/i18n'
import type { StaffModule } from '@/shared/staff'

// Every folder with an index.ts is a module (staff/<module>, and staff/<module>/<part> of those named here): a new one is found, not registered.
const found = import.meta.glob<{ default: StaffModule }>(
  [
    './*/index.ts',
    './counter/*/index.ts',
    './casework/*/index.ts',
    './registry/*/index.ts',
    './grid/*/index.ts',
    './sync/*/index.ts',
    './wearables/*/index.ts',
    './eldercare/*/index.ts',
    '!./shell/index.ts',
  ],
  {
    eager: true,
  },
)

export const modules: readonly StaffModule[] = Object.values(found).map((file) => file.default)

for (const module of modules) addMessages(module.name, module.messages)
