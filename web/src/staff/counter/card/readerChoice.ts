import { ADAPTERS, isLocal, type ReaderAdapter } from './adapters'

const KEPT = 'linli.card-reader'

/** Which reader this machine has; it belongs to the machine, so it is kept in its browser. */
export interface ReaderChoice {
  adapter: ReaderAdapter
  address: string
}

const first = ADAPTERS[0] as ReaderAdapter

export function keptChoice(): ReaderChoice {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as { adapter?: string; address?: string }
    const adapter = ADAPTERS.find(({ key }) => key === kept.adapter) ?? first
    return { adapter, address: kept.address && isLocal(kept.address) ? kept.address : adapter.address }
  } catch {
    return { adapter: first, address: first.address }
  }
}

export function keepChoice({ adapter, address }: ReaderChoice): void {
  localStorage.setItem(KEPT, JSON.stringify({ adapter: adapter.key, address }))
}
