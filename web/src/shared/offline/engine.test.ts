import { beforeEach, expect, test } from 'vitest'
import { LabPhone, TestClock } from './testing/laboratory'
import { Office } from './testing/office'

const GRID = 'grid:150203001015001'
const OTHER = 'grid:150203001015002'
const HOUR = 3_600_000

let clock: TestClock
let office: Office
let phone: LabPhone

beforeEach(() => {
  clock = new TestClock()
  office = new Office(() => clock.now())
  office.assign('wang', GRID)
  office.assign('li', GRID)
  office.write({ type: 'person', id: 'p1', data: { name: '张三', phone: '1' }, scopes: [GRID] })
  office.write({ type: 'person', id: 'p2', data: { name: '李四', phone: '2' }, scopes: [GRID] })
  phone = new LabPhone({ account: 'wang', office, clock })
})

async function started(lab = phone) {
  const work = await lab.enroll()
  await work.syncNow()
  return work
}

test('loads a grid page by page, and asks for nothing twice', async () => {
  office.room = 1
  const work = await started()
  expect(work.list('person').map((held) => held.values.name)).toEqual(['张三', '李四'])
  expect(work.status().scopes).toMatchObject([{ id: GRID, loading: false, held: 2, mode: 'rw' }])
  expect(work.status().reloaded).toEqual([])
})

test('a change shows at once, goes out once, and leaves the outbox with its effect', async () => {
  const work = await started()
  const made = await work.patch('person', 'p1', { phone: '9' })
  expect(made.done).toBe(true)
  expect(work.find('person', 'p1')).toMatchObject({
    values: { phone: '9' },
    server: { phone: '1' },
    pendingFields: ['phone'],
  })
  expect(work.outbox()).toMatchObject([{ state: 'waiting', values: { phone: '9' }, base: { phone: '1' } }])
  await work.syncNow()
  expect(work.outbox()).toEqual([])
  expect(work.find('person', 'p1')).toMatchObject({ server: { phone: '9' }, pendingFields: [] })
  expect(office.find('person', 'p1')?.history).toHaveLength(1)
})

test('stays on the screen while it is acknowledged and not yet visible', async () => {
  const work = await started()
  await work.patch('person', 'p1', { phone: '9' })
  phone.fate = (call) => (call === 'pull' ? 'never-sent' : 'whole')
  await work.syncNow()
  expect(work.outbox()).toMatchObject([{ state: 'answered', answer: 'applied' }])
  expect(work.find('person', 'p1')?.values.phone).toBe('9')
  phone.fate = () => 'whole'
  await work.syncNow()
  expect(work.outbox()).toEqual([])
})

test('an answer that was lost is asked for again and not done twice', async () => {
  const work = await started()
  await work.create('person', { name: '新来' })
  await work.patch('person', 'p1', { phone: '9' })
  phone.fate = (call) => (call === 'push' ? 'answer-lost' : 'whole')
  await work.syncNow()
  expect(work.outbox()).toHaveLength(2)
  expect(work.status()).toMatchObject({ failure: 'offline', unsent: { changes: 2 } })
  phone.fate = () => 'sent-twice'
  await work.syncNow()
  expect(work.outbox()).toEqual([])
  expect(office.find('person', 'p1')?.history).toHaveLength(1)
  expect(office.books.mutations.size).toBe(2)
})

test('names all fields of a unit, so that an edit of one is no conflict when another person changed something else', async () => {
  const work = await started()
  await work.patch('person', 'p1', { name: '张三丰' })
  const row = office.find('person', 'p1')
  if (row) office.write({ ...row, data: { ...row.data, phone: '7' } })
  await work.syncNow()
  expect(office.find('person', 'p1')?.data).toMatchObject({ name: '张三丰', phone: '7' })
  expect(work.kept()).toEqual([])
})

test('what the office changed while a form was open is a conflict, not an overwriting', async () => {
  const work = await started()
  const seen = work.find('person', 'p1')?.values ?? {}
  const row = office.find('person', 'p1')
  if (row) office.write({ ...row, data: { ...row.data, name: '张山' } })
  await work.syncNow()
  expect(work.find('person', 'p1')?.values.name).toBe('张山')
  await work.patch('person', 'p1', { name: '章三' }, { seen })
  await work.syncNow()
  expect(work.find('person', 'p1')).toMatchObject({
    values: { name: '张山' },
    conflicts: [expect.any(String)],
  })
  expect(work.kept()).toMatchObject([{ answer: 'review', conflict: expect.any(String) }])
})

test('refused, duplicate and recorded changes are kept with their reason until they are put away', async () => {
  const work = await started()
  await work.create('person', { name: '甲', number: '1' })
  await work.create('person', { name: '乙', number: '1' })
  await work.command('person', 'p1', 'dance')
  await work.syncNow()
  const kept = work.kept()
  expect(kept.map((entry) => entry.answer).sort()).toEqual(['duplicate_person', 'refused'])
  expect(kept.find((entry) => entry.answer === 'refused')).toMatchObject({ code: 'test.unknown-command' })
  expect(work.list('person').map((held) => held.values.name)).toEqual(['张三', '李四', '甲'])
  for (const entry of kept) await work.putAway(entry.mutation)
  expect(work.kept()).toEqual([])
})

test('a change that no message can carry to the server is refused here, and those behind it move on', async () => {
  const work = await started()
  const ids = []
  for (let n = 0; n < 9; n++) {
    const made = await work.create('person', { name: `第${n}` })
    if (made.done) ids.push(made.value.mutation)
  }
  office.unreadable.add(ids[4] ?? '')
  await work.syncNow()
  expect(work.kept()).toMatchObject([{ mutation: ids[4], answer: 'refused', code: 'sync.malformed' }])
  expect(work.outbox()).toEqual([])
  expect(office.books.mutations.size).toBe(8)
  expect([...office.books.devices.values()][0]?.lastSeq).toBe(8)
})

test('sends at most a hundred changes and a quarter of a megabyte at once, and takes no change that is larger', async () => {
  const work = await started()
  const sizes: number[] = []
  const push = office.push.bind(office)
  office.push = (account, request) => {
    sizes.push(request.mutations.length)
    expect(JSON.stringify(request.mutations).length).toBeLessThan(256 * 1024)
    return push(account, request)
  }
  for (let n = 0; n < 120; n++) await work.create('person', { name: `第${n}` })
  for (let n = 0; n < 3; n++) await work.create('person', { name: 'x'.repeat(100_000) })
  expect(await work.create('person', { name: 'x'.repeat(300_000) })).toMatchObject({
    done: false,
    refusal: { kind: 'too-large' },
  })
  await work.syncNow()
  expect(sizes).toEqual([100, 22, 1])
  expect(work.outbox()).toEqual([])
})

test('a change takes the draft it was made from along, and one that is refused leaves it', async () => {
  office.assign('wang', OTHER)
  const work = await started()
  await work.keepDraft('report', { note: '焦糊味' })
  const values = { name: '王五' }
  expect(await work.create('person', values, { draft: 'report' })).toMatchObject({ done: false })
  expect(work.draft('report')).toEqual({ note: '焦糊味' })
  expect(await work.create('person', values, { scope: GRID, draft: 'report' })).toMatchObject({ done: true })
  expect(work.draft('report')).toBeUndefined()
  phone.phone.lock()
  expect((await phone.unlock()).draft('report')).toBeUndefined()
})

test('of a grid that is taken away nothing is left once its changes are answered', async () => {
  office.assign('wang', OTHER)
  office.write({ type: 'person', id: 'p3', data: { name: '王五保密' }, scopes: [OTHER] })
  office.write({ type: 'person', id: 'p4', data: { name: '赵六两处' }, scopes: [GRID, OTHER] })
  const work = await started()
  await work.patch('person', 'p3', { phone: '5保密' })
  await work.command('person', 'p3', 'dance', { note: '保密' })
  await work.keepDraft('form', { note: '保密' }, OTHER)
  office.unassign('wang', OTHER)
  phone.fate = (call) => (call === 'push' ? 'never-sent' : 'whole')
  await work.syncNow()
  phone.fate = () => 'whole'
  await work.syncNow()
  expect(office.find('person', 'p3')?.data.phone).toBe('5保密')
  expect(work.list('person').map((held) => held.id)).toEqual(['p1', 'p2', 'p4'])
  expect(work.status().scopes.map((scope) => scope.id)).toEqual([GRID])
  expect(work.draft('form')).toBeUndefined()
  expect(work.kept()).toMatchObject([{ answer: 'refused', values: {} }])
  phone.phone.lock()
  const again = await phone.unlock()
  expect(JSON.stringify([again.list('person'), again.outbox(), again.kept()])).not.toContain('保密')
  expect(await phone.bytes()).not.toContain('"p3"')
})

test('a change for a grid taken away long ago is recorded, and said so', async () => {
  const work = await started()
  await work.patch('person', 'p1', { phone: '9' })
  office.unassign('wang', GRID)
  clock.pass(0)
  clock.set(clock.now() + 8 * 24 * HOUR)
  await work.syncNow()
  expect(work.kept()).toMatchObject([{ answer: 'out_of_scope_recorded' }])
  expect(work.list('person')).toEqual([])
})

test('a record that moves between two held grids is never lost, whichever page comes first', async () => {
  office.assign('wang', OTHER)
  const work = await started()
  const row = office.find('person', 'p1')
  if (row) office.write({ ...row, scopes: [OTHER] })
  await work.syncNow()
  expect(work.find('person', 'p1')?.scopes).toEqual([OTHER])
  const moved = office.find('person', 'p1')
  if (moved) office.write({ ...moved, scopes: [GRID] })
  await work.syncNow()
  expect(work.find('person', 'p1')?.scopes).toEqual([GRID])
})

test('a scope that disagrees with the server is loaded again, alone, and with what waits kept', async () => {
  office.assign('wang', OTHER)
  office.write({ type: 'person', id: 'p3', data: { name: '王五' }, scopes: [OTHER] })
  const work = await started()
  await work.patch('person', 'p2', { phone: '8' })
  // The log says the same, the record is another: as if a page had been lost.
  const log = office.books.log.get(GRID)
  const logged = log?.get('person/p1')
  if (logged) log?.set('person/p1', { ...logged, v: 77 })
  phone.fate = (call) => (call === 'push' ? 'never-sent' : 'whole')
  await work.syncNow()
  phone.fate = () => 'whole'
  await work.syncNow()
  expect(work.status().reloaded).toMatchObject([{ scope: GRID, why: 'digest' }])
  expect(work.find('person', 'p1')?.v).toBe(77)
  expect(work.find('person', 'p2')?.values.phone).toBe('8')
})

test('of a record in two grids the newer version is kept, whichever grid is read first', async () => {
  office.assign('wang', OTHER)
  const older = { p5: GRID, p6: OTHER }
  for (const [id, scope] of Object.entries(older)) {
    office.write({ type: 'person', id, data: { name: '两处' }, scopes: [GRID, OTHER] })
    const log = office.books.log.get(scope)
    const logged = log?.get(`person/${id}`)
    if (logged) log?.set(`person/${id}`, { ...logged, v: 1 })
  }
  const work = await started()
  for (const id of Object.keys(older)) expect(work.find('person', id)?.v, id).toBeGreaterThan(1)
})

test('a cursor from before the tombstones were dropped begins anew, and what went meanwhile goes', async () => {
  const work = await started()
  office.remove('person', 'p1')
  office.write({ type: 'person', id: 'p5', data: { name: '后来' }, scopes: [GRID] })
  office.forgetTombstones(GRID)
  office.write({ type: 'person', id: 'p6', data: { name: '再后' }, scopes: [GRID] })
  await work.syncNow()
  expect(work.list('person').map((held) => held.id)).toEqual(['p2', 'p5', 'p6'])
  expect(work.status().reloaded).toMatchObject([{ scope: GRID, why: 'server' }])
})

test('a first load in many pages goes through where tombstones were dropped long ago', async () => {
  for (let n = 10; n < 20; n++)
    office.write({ type: 'person', id: `p${n}`, data: { name: `${n}` }, scopes: [GRID] })
  office.remove('person', 'p19')
  office.forgetTombstones(GRID)
  office.room = 2
  const work = await started()
  expect(work.list('person')).toHaveLength(11)
  expect(work.status().reloaded).toEqual([])
})

test('what a restored server has forgotten is offered again, in order and only that', async () => {
  const work = await started()
  await work.patch('person', 'p1', { phone: '1a' })
  await work.syncNow()
  const backup = office.backup()
  const made = await work.create('person', { name: '新来' })
  await work.patch('person', 'p2', { phone: '2a' })
  await work.syncNow()
  office.restore(backup)
  expect(office.find('person', 'p2')?.data.phone).toBe('2')
  await work.syncNow()
  await work.syncNow()
  expect(office.find('person', 'p2')?.data.phone).toBe('2a')
  expect(made.done && office.find('person', made.value.entity)?.data.name).toBe('新来')
  expect(office.find('person', 'p1')?.history).toHaveLength(1)
  expect(work.outbox()).toEqual([])
  expect(work.list('person')).toHaveLength(3)
  expect(work.status().reloaded).toMatchObject([{ why: 'epoch' }])
})

test('a phone that the restored server never knew registers anew and offers everything', async () => {
  const backup = office.backup()
  const work = await started()
  await work.patch('person', 'p1', { phone: '1a' })
  await work.syncNow()
  await work.patch('person', 'p2', { phone: '2a' })
  office.restore(backup)
  await work.syncNow()
  await work.syncNow()
  expect(office.find('person', 'p1')?.data.phone).toBe('1a')
  expect(office.find('person', 'p2')?.data.phone).toBe('2a')
})

test('of two clones of a phone the second becomes a phone of its own, and no change is lost or done twice', async () => {
  const work = await started()
  await work.patch('person', 'p1', { phone: 'before' })
  const twin = new LabPhone({ account: 'wang', office, clock, seed: 99 })
  await phone.cloneTo(twin)
  const other = await twin.unlock()
  await work.patch('person', 'p1', { education: 'one' })
  await work.syncNow()
  await other.patch('person', 'p2', { education: 'two' })
  await other.syncNow()
  expect(other.device).not.toBe(work.device)
  expect(office.find('person', 'p1')?.data).toMatchObject({ phone: 'before', education: 'one' })
  expect(office.find('person', 'p2')?.data).toMatchObject({ education: 'two' })
  expect(office.find('person', 'p1')?.history).toHaveLength(2)
  expect(other.outbox()).toEqual([])
  twin.phone.lock()
  expect((await twin.unlock()).device).toBe(other.device)
})

test('after a version that knows more everything is read once more', async () => {
  const work = await started()
  expect(work.status().reloaded).toEqual([])
  phone.phone.close()
  const newer = phone.openPage({ appSchema: 2 })
  await newer.start()
  const opened = await newer.unlock('wang', 'secret')
  expect(opened.done).toBe(true)
  await newer.work?.syncNow()
  expect(newer.work?.status().reloaded).toMatchObject([{ why: 'upgrade' }])
  expect(newer.work?.list('person')).toHaveLength(2)
})

test('a version that is too old still sends, and says that it must be renewed', async () => {
  const work = await started()
  office.minAppSchema = 2
  await work.patch('person', 'p1', { phone: '9' })
  await work.syncNow()
  expect(office.find('person', 'p1')?.data.phone).toBe('9')
  expect(work.status().halt).toBe('update-needed')
})

test('unsent for a day warns, for three days or with little room no new work is taken', async () => {
  const work = await started()
  phone.fate = () => 'never-sent'
  await work.patch('person', 'p1', { phone: '9' })
  clock.set(clock.now() + 25 * HOUR)
  expect(work.status()).toMatchObject({ unsentTooOld: true, block: undefined })
  expect((await work.patch('person', 'p1', { phone: '8' })).done).toBe(true)
  clock.set(clock.now() + 48 * HOUR)
  expect(await work.patch('person', 'p1', { phone: '7' })).toMatchObject({
    refusal: { kind: 'blocked', why: 'unsent-too-long' },
  })
  phone.fate = () => 'whole'
  await work.syncNow()
  expect((await work.patch('person', 'p1', { phone: '7' })).done).toBe(true)
  phone.free = 49 * 1024 * 1024
  expect(await work.patch('person', 'p1', { phone: '6' })).toMatchObject({
    refusal: { kind: 'blocked', why: 'storage-low' },
  })
})

test('a full disk loses nothing: the change is refused and the screen shows what is stored', async () => {
  const work = await started()
  const { StoreFailure } = await import('./store')
  phone.failCommit = () => new StoreFailure('full')
  expect(await work.patch('person', 'p1', { phone: '9' })).toMatchObject({
    refusal: { kind: 'blocked', why: 'storage-low' },
  })
  expect(work.find('person', 'p1')?.values.phone).toBe('1')
  const row = office.find('person', 'p1')
  if (row) office.write({ ...row, data: { ...row.data, phone: '5' } })
  await work.syncNow()
  expect(work.status().failure).toBe('storage')
  expect(work.find('person', 'p1')?.values.phone).toBe('1')
  phone.failCommit = undefined
  await work.syncNow()
  expect(work.find('person', 'p1')?.values.phone).toBe('5')
})

test('a wrong clock is noticed and each change says by how much', async () => {
  const work = await started()
  const real = clock.now()
  office.now = () => real + 3 * HOUR
  await work.syncNow()
  expect(work.status()).toMatchObject({ clockWrong: true, clockOffset: 3 * HOUR })
  await work.patch('person', 'p1', { phone: '9' })
  const offsets: number[] = []
  const push = office.push.bind(office)
  office.push = (account, request) => {
    offsets.push(...request.mutations.map((mutation) => mutation.clockOffset))
    return push(account, request)
  }
  await work.syncNow()
  expect(offsets).toEqual([3 * HOUR])
})

test('pauses grow, are cast by chance, and keep the pause the server asked for', async () => {
  const work = await started()
  const { TransportFailure } = await import('./transport')
  const pull = office.pull.bind(office)
  office.pull = () => {
    throw new TransportFailure('busy', { retryAfter: 40_000 })
  }
  await work.syncNow()
  expect(work.status()).toMatchObject({ failure: 'busy' })
  const planned = (work.status().nextTryAt ?? 0) - clock.now()
  expect(planned).toBeGreaterThanOrEqual(40_000)
  expect(planned).toBeLessThanOrEqual(42_000)
  office.pull = pull
  phone.fate = () => 'never-sent'
  const pauses = []
  for (let n = 0; n < 14; n++) {
    await work.syncNow()
    pauses.push((work.status().nextTryAt ?? 0) - clock.now())
  }
  expect(Math.max(...pauses)).toBeLessThanOrEqual(900_000)
  expect(Math.max(...pauses.slice(8))).toBeGreaterThan(60_000)
  expect(new Set(pauses).size).toBeGreaterThan(8)
})

test('begins within two minutes of opening, so that a district of phones does not begin together', async () => {
  await started()
  const begins = []
  for (let n = 0; n < 6; n++) {
    phone.phone.lock()
    const work = await phone.unlock()
    begins.push((work.status().nextTryAt ?? 0) - clock.now())
  }
  expect(Math.max(...begins)).toBeLessThanOrEqual(120_000)
  expect(new Set(begins).size).toBe(6)
})

test('a change made while the line is up goes out by itself', async () => {
  const work = await started()
  await work.patch('person', 'p1', { phone: '9' })
  clock.pass(2_000)
  await expect.poll(() => office.find('person', 'p1')?.data.phone).toBe('9')
  await expect.poll(() => work.outbox()).toEqual([])
})

test('a session that is gone stops the talk, not the work, and a photo is not blamed for it', async () => {
  const work = await started()
  const { TransportFailure } = await import('./transport')
  const photo = await work.photos.capture(new Blob([new Uint8Array(100)]))
  const photos = photo.done ? [photo.value.id] : []
  await work.create('event', { title: '一' }, { photos })
  const start = office.startUpload.bind(office)
  office.startUpload = () => {
    throw new TransportFailure('refused', { status: 403, reason: 'http.403' })
  }
  await work.syncNow()
  expect(work.status()).toMatchObject({ halt: 'signed-out', failure: undefined })
  expect(work.photos.list()).toMatchObject([{ state: 'uploading' }])
  office.startUpload = start
  await work.syncNow()
  expect(work.status().halt).toBeUndefined()
  expect(work.photos.list()).toMatchObject([{ state: 'bound' }])
})

test('two tabs of one person share one numbering', async () => {
  const first = await started()
  const firstPhone = phone.phone
  const second = await phone.unlock()
  await Promise.all([
    first.patch('person', 'p1', { phone: 'a' }),
    second.patch('person', 'p2', { phone: 'b' }),
    first.create('person', { name: '甲' }),
    second.create('person', { name: '乙' }),
  ])
  await expect.poll(() => second.outbox().length).toBe(4)
  await expect.poll(() => first.outbox().length).toBe(4)
  expect(first.outbox().map((entry) => entry.seq)).toEqual([1, 2, 3, 4])
  await second.syncNow()
  await expect.poll(() => first.outbox()).toEqual([])
  expect(first.find('person', 'p1')?.values.phone).toBe('a')
  expect(office.books.mutations.size).toBe(4)
  firstPhone.close()
})

test('a merged person is found under either id and listed once', async () => {
  const work = await started()
  const row = office.find('person', 'p2')
  if (row) office.write({ ...row, data: { ...row.data, alias: 'p1' } })
  await work.syncNow()
  expect(work.list('person').map((held) => held.id)).toEqual(['p1'])
  expect(work.find('person', 'p2')?.id).toBe('p1')
  await work.patch('person', 'p2', { phone: '9' })
  await work.syncNow()
  expect(office.find('person', 'p1')?.data.phone).toBe('9')
})
