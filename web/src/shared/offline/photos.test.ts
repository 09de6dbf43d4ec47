import { beforeEach, expect, test } from 'vitest'
import { LabPhone, TestClock } from './testing/laboratory'
import { Office } from './testing/office'
import type { Work } from './types'

const GRID = 'grid:150203001015001'
const PART = 128 * 1024

let clock: TestClock
let office: Office
let lab: LabPhone
let work: Work

beforeEach(async () => {
  clock = new TestClock()
  office = new Office(() => clock.now())
  office.assign('wang', GRID)
  lab = new LabPhone({ account: 'wang', office, clock })
  work = await lab.enroll()
  await work.syncNow()
})

const picture = (bytes: number, seed = 1) =>
  new Blob([Uint8Array.from({ length: bytes }, (_, at) => (at * 31 + seed) % 256)])

async function captured(bytes = 1000, seed = 1): Promise<string> {
  const outcome = await work.photos.capture(picture(bytes, seed))
  if (!outcome.done) throw new Error(outcome.refusal.kind)
  return outcome.value.id
}

const state = (id: string) => work.photos.find(id)?.state

async function held(id: string): Promise<boolean> {
  return (await work.photos.open(id)) !== undefined
}

test('goes from captured to bound, and only then leaves the phone', async () => {
  const id = await captured(300_000)
  expect(state(id)).toBe('captured')
  await work.create('event', { title: '焦糊味' }, { photos: [id] })
  expect(state(id)).toBe('queued')
  const seen: (string | undefined)[] = []
  lab.pause = async (label) => {
    if (/^(startUpload|continueUpload|photos)/.test(label)) {
      seen.push(state(id))
      expect(await held(id)).toBe(true)
    }
  }
  await work.syncNow()
  expect(new Set(seen)).toEqual(new Set(['uploading', 'verified']))
  expect(state(id)).toBe('bound')
  expect(await held(id)).toBe(false)
  expect(office.photoStates('wang', [id])).toMatchObject([{ state: 'bound', bytes: 300_000 }])
})

test('the change goes first, and photos of the newest event before older ones', async () => {
  const old = await captured(10, 1)
  const recent = await captured(10, 2)
  await work.create('event', { title: '旧' }, { photos: [old], occurredAt: clock.now() - 1000 })
  await work.create('event', { title: '新' }, { photos: [recent] })
  const calls: string[] = []
  const start = office.startUpload.bind(office)
  office.startUpload = (id, length) => {
    expect(office.books.mutations.size).toBe(2)
    calls.push(id)
    return start(id, length)
  }
  await work.syncNow()
  expect(calls).toEqual([recent, old])
})

test.each([0, 1, 4095, PART - 1, PART, PART + 1, 2 * PART, 299_999])(
  'cut after byte %i it goes on from there',
  async (cut) => {
    const id = await captured(300_000)
    await work.create('event', { title: '焦糊味' }, { photos: [id] })
    let sent = 0
    let received = 0
    const append = office.continueUpload.bind(office)
    office.continueUpload = (account, photo, offset, part) => {
      received += part.length
      // The line breaks: what came before the cut has been kept, and the phone hears nothing.
      if (sent <= cut && sent + part.length > cut) {
        const kept = part.slice(0, cut - sent)
        sent = Number.POSITIVE_INFINITY
        received += kept.length - part.length
        if (kept.length > 0) append(account, photo, offset, kept)
        lab.fate = () => 'never-sent'
        throw new Error('cut')
      }
      sent += part.length
      return append(account, photo, offset, part)
    }
    lab.pause = async () => {}
    await work.syncNow()
    expect(state(id)).toBe('uploading')
    expect(await held(id)).toBe(true)
    lab.fate = () => 'whole'
    await work.syncNow()
    expect(state(id)).toBe('bound')
    expect(office.photoStates('wang', [id])).toMatchObject([{ state: 'bound' }])
    expect(received).toBe(300_000)
  },
)

test('a part whose answer was lost is not sent twice', async () => {
  const id = await captured(300_000)
  await work.create('event', { title: '焦糊味' }, { photos: [id] })
  let losses = 2
  lab.fate = (call) => (call === 'continueUpload' && losses-- > 0 ? 'answer-lost' : 'whole')
  for (let round = 0; round < 4; round++) await work.syncNow()
  expect(state(id)).toBe('bound')
})

test('a server that has other bytes than announced refuses, and the picture stays to be tried again', async () => {
  const id = await captured()
  const made = await work.create('event', { title: '焦糊味' }, { photos: [id] })
  const append = office.continueUpload.bind(office)
  office.continueUpload = (account, photo, offset, part) => append(account, photo, offset, part.fill(0))
  await work.syncNow()
  expect(work.photos.find(id)).toMatchObject({ state: 'refused', code: 'sync.photo-differs' })
  expect(await held(id)).toBe(true)
  office.continueUpload = append
  office.books.uploads.delete(id)
  const photo = office.books.photos.get(id)
  if (photo) delete photo.file
  expect((await work.photos.retry(id)).done).toBe(true)
  await work.syncNow()
  expect(state(id)).toBe('bound')
  expect(made.done).toBe(true)
})

test('photos of a refused change are sent as well: the desk sees what the worker saw', async () => {
  const id = await captured()
  office.write({ type: 'event', id: 'e1', data: { title: '旧' }, scopes: [GRID] })
  await work.syncNow()
  await work.command('event', 'e1', 'dance', {}, { photos: [id] })
  await work.syncNow()
  expect(work.kept()).toMatchObject([{ answer: 'refused', photos: [id] }])
  expect(state(id)).toBe('bound')
})

test('a bound photo that a restored server no longer has is announced again, and an unbound one sent again', async () => {
  const backup = office.backup()
  const id = await captured()
  await work.create('event', { title: '焦糊味' }, { photos: [id] })
  lab.fate = (call) => (call === 'photos' ? 'never-sent' : 'whole')
  await work.syncNow()
  expect(state(id)).toBe('uploading')
  lab.fate = () => 'whole'
  office.restore(backup)
  for (let round = 0; round < 3; round++) await work.syncNow()
  expect(state(id)).toBe('bound')
})

test('a picture belongs to one change, an empty one is none, and a discarded one is gone', async () => {
  expect(await work.photos.capture(new Blob([]))).toMatchObject({ refusal: { kind: 'not-a-picture' } })
  const id = await captured()
  await work.create('event', { title: '一' }, { photos: [id] })
  expect(await work.create('event', { title: '二' }, { photos: [id] })).toMatchObject({
    refusal: { kind: 'photo-gone' },
  })
  expect(await work.photos.discard(id)).toMatchObject({ refusal: { kind: 'photo-gone' } })
  const other = await captured()
  expect((await work.photos.discard(other)).done).toBe(true)
  expect(await held(other)).toBe(false)
})

test('survives locking and is still a picture afterwards', async () => {
  const id = await captured(5000)
  lab.phone.lock()
  work = await lab.unlock()
  const opened = await work.photos.open(id)
  expect(opened && new Uint8Array(await opened.arrayBuffer())).toEqual(
    new Uint8Array(await picture(5000).arrayBuffer()),
  )
})
