import { computed } from 'vue'
import { useWork, type Held } from '@/shared/offline'
import type { GridEvent } from '@/field/records'

/** The act of the one who checks what somebody else did. */
export const VERIFY = 'VERIFY'

/** Acts that make sense on the spot, the likeliest first; what else a procedure knows is for the desk. */
const ON_THE_SPOT = [
  VERIFY,
  'FEED_BACK',
  'TAKE',
  'ACCEPT',
  'RESUME',
  'RETURN',
  'ESCALATE',
  'ASK_SUSPENSION',
  'REJECT',
  'VOID',
]
const WORK = new Set<string>(['TAKE', 'FEED_BACK'])

const dueFirst = (one: Held<GridEvent>, other: Held<GridEvent>) =>
  (one.values.due ?? '9').localeCompare(other.values.due ?? '9') ||
  (other.values.reportedAt ?? '').localeCompare(one.values.reportedAt ?? '')

/** Events by what the worker has to do with them. What was done and is not sent yet is done as far as the worker goes. */
export function useTasks() {
  const { useList, useOutbox } = useWork()
  const events = useList<GridEvent>('event')
  const outbox = useOutbox()

  const done = computed(() => {
    const commands = outbox.value.filter((entry) => entry.type === 'event' && entry.op === 'command')
    return new Set(commands.map((entry) => `${entry.entity} ${entry.command}`))
  })
  const actionsOf = (event: Held<GridEvent>): string[] =>
    (event.values.actions ?? []).filter((action) => !done.value.has(`${event.id} ${action}`))
  /** What a worker may do with an event on the spot. */
  const fieldActionsOf = (event: Held<GridEvent>): string[] =>
    ON_THE_SPOT.filter((action) => actionsOf(event).includes(action))

  const toHandle = computed(() =>
    events.value.filter((event) => actionsOf(event).some((action) => WORK.has(action))).sort(dueFirst),
  )
  const toVerify = computed(() =>
    events.value.filter((event) => actionsOf(event).includes(VERIFY)).sort(dueFirst),
  )
  const reported = computed(() =>
    events.value
      .filter((event) => event.values.mine === true || event.server === undefined)
      .sort((one, other) => (other.values.reportedAt ?? '9').localeCompare(one.values.reportedAt ?? '9')),
  )
  const others = computed(() => {
    const shown = new Set([...toHandle.value, ...toVerify.value, ...reported.value].map((event) => event.id))
    return events.value.filter((event) => !shown.has(event.id)).sort(dueFirst)
  })
  return { events, toHandle, toVerify, reported, others, actionsOf, fieldActionsOf }
}
