import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { seeded } from '../src/shared/offline/testing/laboratory'
import { shot, signIn, visitor, type Visitor } from './browser'
import { PASSWORD } from './people'
import { ask, firstSignIn, phone, pick, PICTURE, tab, unlock } from './phones'
import { unreliableLine, type Fate, type Line } from './unreliable'

/** Three workers with a bad line at the same time: it cuts what they send and what they are answered, delays and repeats. */
const seed = Number(process.env.LINLI_SEED ?? Date.now() % 2 ** 31)
const chance = seeded(seed)
const WORKERS = ['grid', 'grid2', 'gridlead'] as const
const REPORTS = 2
/** What the phones say to the server once they are at work; pages and sign-in come over a good line. */
const WORK = /^\/api\/(sync|files)\//

let line: Line
let stormy = false
const phones: Visitor[] = []
let desk: Visitor
const told: string[] = []

/** Each kind of bad luck once, then at random: more than half of the requests meet some. */
let met = 0
function fateOf(_method: string, path: string, bytes: number): Fate {
  if (!stormy || !WORK.test(path)) return {}
  const upTo = (length: number) => Math.floor(chance.next() * length)
  switch (met < 5 ? met++ : upTo(8)) {
    case 0:
      return { cutRequestAt: upTo(bytes + 1) }
    case 1:
      return { cutAnswerAt: upTo(400) }
    case 2:
      return { cutAnswerAt: 0 }
    case 3:
      return { repeat: true }
    case 4:
      return { delay: upTo(1500) }
    default:
      return {}
  }
}

beforeAll(async () => {
  process.stdout.write(`three workers on a bad line: LINLI_SEED=${seed}\n`)
  line = await unreliableLine(inject('url'), fateOf)
  for (const worker of WORKERS) {
    const one = await phone(line.url)
    phones.push(one)
    await firstSignIn(one.page, worker)
  }
  desk = await visitor()
  await signIn(desk.page, 'dispatcher', PASSWORD)
}, 180_000)
afterAll(async () => {
  await Promise.all([...phones, desk].map((one) => one?.close()))
  await line.close()
})

/** Sends and asks again until the phone says that nothing is left, as somebody does who wants to go home. */
async function sendAll({ page }: Visitor): Promise<void> {
  await page.locator('.stand').click()
  await page.getByRole('heading', { name: '上传情况' }).waitFor()
  const sent = page.getByText('在线，已全部上传')
  await expect
    .poll(
      async () => {
        if (!(await sent.isVisible())) await page.getByRole('button', { name: '立即上传' }).click()
        return sent.isVisible()
      },
      { timeout: 100_000, interval: 1_000 },
    )
    .toBe(true)
  await page.getByRole('button', { name: '返回' }).click()
}

async function report({ page }: Visitor, words: string): Promise<void> {
  await tab(page, 'report').click()
  await pick(page, '消防安全')
  await pick(page, '楼道堆物')
  await page.locator('input.camera').setInputFiles(PICTURE)
  await page.locator('.photos-field .thumb img').waitFor()
  await page.getByLabel('情况说明').fill(words)
  await page.getByLabel('地点').fill('楼道口')
  await page.getByRole('button', { name: '上报', exact: true }).click()
  await page.getByRole('heading', { name: '任务', level: 1 }).waitFor()
  told.push(words)
}

test('three workers report while the line cuts, delays and repeats, and every phone gets everything through', async () => {
  stormy = true
  for (let round = 1; round <= REPORTS; round++) {
    await Promise.all(phones.map((one, at) => report(one, `坏线路${seed}第${at + 1}人第${round}次`)))
    await Promise.all(phones.map(sendAll))
  }
  process.stdout.write(`bad luck met: ${JSON.stringify(line.struck)}\n`)
  for (const kind of ['cutRequestAt', 'cutAnswerAt', 'repeat', 'delay'] as const)
    expect(line.struck[kind], kind).toBeGreaterThan(0)
})

test('the desk has every report once, each with its photo whole', async () => {
  stormy = false
  const { items } = await ask<{ items: { id: string }[] }>(
    desk.page,
    '/api/grid/events?which=OPEN&state=REPORTED',
  )
  const shown = await Promise.all(
    items.map(({ id }) =>
      ask<{ description: string; photos: { id: string; bytes?: number }[] }>(
        desk.page,
        `/api/grid/events/${id}`,
      ),
    ),
  )
  const ours = shown.filter((one) => told.includes(one.description))
  expect(ours.map((one) => one.description).sort()).toEqual([...told].sort())
  for (const one of ours) expect(one.photos, one.description).toHaveLength(1)
})

test('a phone killed in the storm opens with everything it had', async () => {
  stormy = true
  const [one] = phones
  if (!one) throw new Error('no phone')
  const words = `坏线路${seed}之后又报`
  await report(one, words)
  await one.page.reload()
  await unlock(one.page)
  await sendAll(one)
  stormy = false
  await tab(one.page, 'report').click()
  await one.page.getByText('是哪一类').waitFor()
  expect(await one.page.getByText('上次没有填完').count(), 'what was sent is no draft any more').toBe(0)
  await shot(one.page, 'field-storm')
  const { items } = await ask<{ items: { id: string }[] }>(
    desk.page,
    '/api/grid/events?which=OPEN&state=REPORTED',
  )
  const texts = await Promise.all(
    items.map(({ id }) => ask<{ description: string }>(desk.page, `/api/grid/events/${id}`)),
  )
  expect(texts.filter((event) => event.description === words)).toHaveLength(1)
  expect(phones.flatMap(({ troubles }) => troubles)).toEqual([])
})
