import { expect, test } from 'vitest'
import { effectScope } from 'vue'
import { fakePhone, held } from '@/shared/testing'
import { useTasks } from './useTasks'

const EVENTS = [
  held('event', 'late', { actions: ['FEED_BACK', 'RETURN'], due: '2026-11-20T08:00:00Z' }),
  held('event', 'early', { actions: ['TAKE'], due: '2026-11-10T08:00:00Z' }),
  held('event', 'check', { actions: ['VERIFY'] }),
  held('event', 'mine', { actions: ['VOID'], mine: true }),
  held('event', 'other', { actions: ['SUSPEND'] }),
]
const SENT = {
  mutation: 'm1',
  seq: 1,
  type: 'event',
  entity: 'check',
  op: 'command' as const,
  command: 'VERIFY',
  scope: 'grid:1',
  values: {},
  base: {},
  photos: [],
  occurredAt: 0,
  state: 'waiting' as const,
}

function tasks(more = {}) {
  fakePhone({ records: EVENTS, ...more })
  return effectScope().run(useTasks) as ReturnType<typeof useTasks>
}
const ids = (list: readonly { id: string }[]) => list.map((one) => one.id)

test('sorts events by what there is to do, the most urgent first', () => {
  const { toHandle, toVerify, reported, others } = tasks()
  expect(ids(toHandle.value)).toEqual(['early', 'late'])
  expect(ids(toVerify.value)).toEqual(['check'])
  expect(ids(reported.value)).toEqual(['mine'])
  expect(ids(others.value)).toEqual(['other'])
})

test('offers nothing a second time that was done and is not sent yet', () => {
  const { toVerify, fieldActionsOf } = tasks({ outbox: [SENT] })
  expect(toVerify.value).toEqual([])
  expect(EVENTS[2] && fieldActionsOf(EVENTS[2])).toEqual([])
})

test('leaves to the desk what a worker cannot do on the spot', () => {
  const { fieldActionsOf } = tasks()
  expect(EVENTS[4] && fieldActionsOf(EVENTS[4])).toEqual([])
})
