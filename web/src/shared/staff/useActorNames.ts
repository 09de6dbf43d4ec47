import { useLoaded } from '@/shared/http'
import { useNames } from '@/shared/i18n'
import { listRoles, listUnits } from './api'

/** What roles and units are called; a key that nobody knows any more is shown as it is. */
export function useActorNames() {
  const nameOf = useNames()
  const known = useLoaded(async (signal) => {
    const [roles, units] = await Promise.all([listRoles(signal), listUnits(signal)])
    return {
      roles: new Map(roles.map((role) => [role.key, role.names])),
      units: new Map(units.map((unit) => [unit.code, unit.names])),
    }
  })

  function roleName(key: string): string {
    const names = known.value.value?.roles.get(key)
    return names ? nameOf(names) : key
  }

  function unitName(code: string): string {
    const names = known.value.value?.units.get(code)
    return names ? nameOf(names) : code
  }

  return { roleName, unitName }
}
