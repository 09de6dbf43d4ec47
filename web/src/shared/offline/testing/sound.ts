import type { Contents } from '../contents'
import type { Office } from './office'

/** What on a phone does not agree with how far it says it has read; empty at any time, also right after a kill. */
export function unsound(office: Office, { records, entries, state }: Contents): string[] {
  const wrong: string[] = []
  for (const [id, scope] of Object.entries(state.scopes)) {
    if (state.epoch !== office.epoch || scope.loading || scope.dropped) continue
    for (const [key, logged] of office.books.log.get(id) ?? []) {
      if (logged.seq > scope.cursor) continue
      const v = records.get(key)?.scopes[id]?.v
      if (v !== (logged.op === 'P' ? logged.v : undefined))
        wrong.push(`${id} read to ${scope.cursor}: ${key} is ${v}, not ${logged.op} ${logged.v}`)
    }
  }
  const open = [...entries.values()].filter((entry) => !entry.result).map((entry) => entry.mutation.seq)
  open.sort((one, other) => one - other)
  open.forEach((seq, at) => {
    if (seq !== state.nextSeq - open.length + at) wrong.push(`numbers ${open.join()} before ${state.nextSeq}`)
  })
  return wrong
}
