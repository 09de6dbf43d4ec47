import { expect, test } from 'vitest'
import { LabPhone, TestClock } from './testing/laboratory'
import { Office } from './testing/office'
import { unsound } from './testing/sound'

const GRID = 'grid:150203001015001'
const OTHER = 'grid:150203001015002'

async function laboratory() {
  const clock = new TestClock()
  const office = new Office(() => clock.now())
  office.assign('wang', GRID)
  office.assign('wang', OTHER)
  for (let n = 0; n < 5; n++) {
    const data = { name: `张${n}`, phone: String(n) }
    office.write({ type: 'person', id: `p${n}`, data, scopes: [n < 3 ? GRID : OTHER] })
  }
  const lab = new LabPhone({ account: 'wang', office, clock })
  await (await lab.enroll()).syncNow()
  return { clock, office, lab }
}

/** A worker's quarter of an hour: changes, a photo, a grid taken away, the office at work, everything sent and read. */
async function quarterOfAnHour({ office, lab }: Awaited<ReturnType<typeof laboratory>>): Promise<void> {
  const { work } = lab
  await work.patch('person', 'p0', { phone: 'neu' })
  await work.patch('person', 'p3', { phone: 'gone' })
  const photo = await work.photos.capture(new Blob([new Uint8Array(200_000)]))
  const photos = photo.done ? [photo.value.id] : []
  await work.create('event', { title: '焦糊味' }, { photos, scope: GRID })
  await work.command('person', 'p1', 'dance')
  const row = office.find('person', 'p2')
  if (row) office.write({ ...row, data: { ...row.data, name: '改' }, scopes: [OTHER, GRID] })
  office.unassign('wang', OTHER)
  office.room = 1
  await work.syncNow()
}

/** What lies on the phone, as text that can be compared. */
async function picture(lab: LabPhone): Promise<string> {
  const { records, entries, photos, state } = await lab.contents()
  return JSON.stringify([
    [...records].sort(),
    [...entries].sort(),
    [...photos].sort(),
    { ...state, token: '' },
  ])
}

test('killed between any two steps and opened again, it stands before or after a step, and finishes', async () => {
  const whole = await laboratory()
  const legal = new Set([await picture(whole.lab)])
  whole.lab.onCommit = async (store) => {
    store.close()
    legal.add(await picture(whole.lab))
  }
  const before = whole.lab.steps
  await quarterOfAnHour(whole)
  const steps = whole.lab.steps - before
  const end = await picture(whole.lab)
  expect(legal.size).toBeGreaterThan(10)
  expect(steps).toBeGreaterThan(40)

  for (let at = 1; at <= steps; at++) {
    const run = await laboratory()
    run.lab.killIn = at
    await Promise.race([quarterOfAnHour(run), run.lab.killed])
    // What IndexedDB had in hand when the page went is let finish.
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(unsound(run.office, await run.lab.contents()), `killed at step ${at}`).toEqual([])
    expect(legal, `killed at step ${at} of ${steps}`).toContain(await picture(run.lab))

    run.lab.killIn = undefined
    run.office.unassign('wang', OTHER)
    await run.lab.unlock()
    await run.lab.work.syncNow()
    await run.lab.work.syncNow()
    const { work } = run.lab
    expect(work.outbox()).toEqual([])
    expect(work.list('person').map((held) => held.id)).toEqual(['p0', 'p1', 'p2'])
    const histories = [...run.office.books.rows.values()].flatMap((row) => row.history)
    expect(new Set(histories).size, `killed at step ${at}: a change was done twice`).toBe(histories.length)
    expect(
      work.photos.list().every((photo) => photo.state !== 'uploading' && photo.state !== 'verified'),
    ).toBe(true)
  }
  expect(legal).toContain(end)
})
