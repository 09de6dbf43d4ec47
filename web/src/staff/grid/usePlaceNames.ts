import { shallowReactive } from 'vue'
import { useNames, useText, type Names } from '@/shared/i18n'
import { listInside, readTrail } from './api'

const COMMUNITY = 12
const CELL = 15

/** What places are called that come as codes. They are read once, a community with all its cells. */
export function usePlaceNames() {
  const nameOf = useNames()
  const { t } = useText()
  const known = shallowReactive(new Map<string, Names>())
  const asked = new Set<string>()

  async function read(code: string): Promise<void> {
    if (asked.has(code)) return
    asked.add(code)
    try {
      if (code.length > COMMUNITY) {
        const inside = await listInside(code.slice(0, COMMUNITY))
        for (const cell of inside) known.set(cell.code, cell.shortNames)
      } else {
        const trail = await readTrail(code)
        for (const one of trail.divisions) known.set(one.code, one.shortNames)
      }
    } catch {
      // Without a name the page says the number of the cell; the next page asks again.
      asked.delete(code)
    }
  }

  /** A division by its own name. */
  function place(code: string): string {
    const names = known.get(code)
    if (names) return nameOf(names)
    void read(code.length > COMMUNITY ? `${code.slice(0, COMMUNITY)}000` : code)
    return code.length === CELL ? t('grid.cell', { n: code.slice(COMMUNITY) }) : '…'
  }

  /** A cell with its community. */
  function cellOf(code: string): string {
    return code.length === CELL
      ? t('grid.cellOf', [place(code.slice(0, COMMUNITY)), place(code)])
      : place(code)
  }

  return { place, cellOf }
}
