import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { shot, signIn, violationsOf, visitor, type Visitor } from './browser'
import { PASSWORD, PEOPLE } from './people'
import { ask, askNow, firstSignIn, phone, PHONE_SIZES, pick, PICTURE, tab, unlock } from './phones'
import { unreadable } from './readable'

/**
 * A worker in a stairwell without a network, the office meanwhile, a colleague who checks, and a household that moves
 * away: what the field app is for, in one day.
 */
const OWN_CELL = '150203001015001'
/** Both of them hold it. */
const SHARED_CELL = '150203001015003'
const COLLEAGUES_CELL = '150203001015005'
/** What the office sends along unchanged. */
const FACTS = [
  'name',
  'formerName',
  'sex',
  'birth',
  'maritalStatus',
  'occupation',
  'employer',
  'nativePlace',
  'registeredDivision',
  'registeredAddress',
]
/** So that the same house can be walked through again. */
const RUN = Date.now() % 100_000
const DIGITS = String(RUN).padStart(5, '0')
const HOUSEHOLD_NUMBER = `1502039${DIGITS}`
const PHONE = `139472${DIGITS}`
const SOON = { timeout: 45_000, interval: 500 }

let worker: Visitor
let colleague: Visitor
let office: Visitor
let dispatcher: Visitor
/** Who was corrected, and where the household goes. */
const story = { person: '', household: '', name: '', elsewhere: '', event: '', education: '' }

beforeAll(async () => {
  mkdirSync(join(import.meta.dirname, 'output'), { recursive: true })
  worker = await phone()
  colleague = await phone()
  office = await visitor()
  dispatcher = await visitor()
}, 120_000)
/** What the phones showed when something went wrong. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  const when = task.name.slice(0, 24).replaceAll(' ', '-')
  await shot(worker.page, `field-failed-worker-${when}`)
  await shot(colleague.page, `field-failed-colleague-${when}`)
})
afterAll(() => Promise.all([worker, colleague, office, dispatcher].map((one) => one?.close())))

/** Nothing axe finds, nothing said in codes, nothing wider than the phone, at both sizes; with pictures. */
async function look(page: Page, name: string, language: 'zh' | 'en' = 'zh'): Promise<void> {
  for (const size of Object.values(PHONE_SIZES)) {
    await page.setViewportSize(size)
    await shot(page, `field-${name}-${size.width}-${language}`)
    const said = await page.evaluate(unreadable, PEOPLE)
    // Names of people and of the base's places are Chinese in any language.
    expect(
      said.filter((text) => !text.startsWith('Chinese')),
      name,
    ).toEqual([])
  }
  expect(await violationsOf(page), name).toEqual([])
}

async function openPerson(page: Page): Promise<void> {
  await tab(page, 'cell').click()
  await page.getByLabel('查找居民或房屋').fill(story.name)
  await page.locator(`a[href="/field/person/${story.person}"]`).click()
  await page.getByRole('heading', { name: story.name, level: 1 }).waitFor()
}

test('a worker signs in once with a network and has the whole cell on the phone', async () => {
  const { page } = worker
  await page.goto('/field/')
  await page.getByLabel('账号').waitFor()
  await look(page, 'sign-in')
  await firstSignIn(page, 'grid')
  await page.getByText('待处理的事件').waitFor(SOON)
  await look(page, 'today')
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true))
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await tab(page, 'cell').click()
  await page.getByText('楼栋').first().waitFor()
  await look(page, 'cell')
  await page.getByRole('link', { name: '地图' }).click()
  await page.locator('.cell-map canvas').first().waitFor()
  await page.locator('.cell-map[aria-busy="false"]').waitFor()
  await look(page, 'map')
})

test('the phone opens, works and keeps everything without a network', async () => {
  const { page, context } = worker
  await chooseWhom(worker)
  expect(Object.values(story).slice(0, 4)).not.toContain('')
  await context.setOffline(true)
  await page.goto('/field/today')
  await look(page, 'locked')
  await unlock(page)
  await page.getByText('离线').first().waitFor()

  await openPerson(page)
  await look(page, 'person')
  await page.getByRole('button', { name: /改电话|加电话/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('电话').fill(PHONE)
  await sheet.getByRole('button', { name: '保存' }).click()
  await page.getByText(PHONE).waitFor()
  await page.getByRole('link', { name: /家庭/ }).click()
  await page.getByRole('link', { name: '更正户号' }).click()
  await page.getByLabel('户号').fill(HOUSEHOLD_NUMBER)
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText(HOUSEHOLD_NUMBER).waitFor()
  await look(page, 'household')
})

test('a burning smell is reported from the stairwell, with a photo', async () => {
  const { page } = worker
  await page.goto('/field/report')
  await unlock(page)
  await pick(page, '消防安全')
  await pick(page, '焦糊味或烟雾')
  await page.locator('input.camera').setInputFiles(PICTURE)
  await page.locator('.photos-field .thumb img').waitFor()
  await page.getByLabel('情况说明').fill('3单元电表箱发烫，有焦糊味。')
  await page.getByLabel('地点').fill('3单元一楼电表箱')
  await page.getByText('误差约12米').waitFor()
  await page.locator(`input[value="grid:${SHARED_CELL}"]`).check()
  await look(page, 'report')
  await page.getByRole('button', { name: '上报', exact: true }).click()
  await page.getByText('焦糊味或烟雾').first().waitFor()
  await page.locator('.stand').click()
  await page.getByText('还没有上传').waitFor()
  await look(page, 'unsent')
})

test('meanwhile the office corrects the same person', async () => {
  const person = await ask<Record<string, unknown>>(
    office.page,
    `/api/registry/people/${story.person}/reveal`,
    { purpose: '更正档案' },
  )
  const [education, words] = person.education === '20' ? ['30', '大学专科教育'] : ['20', '大学本科教育']
  story.education = words
  const kept = Object.fromEntries(FACTS.map((field) => [field, person[field]]))
  const form = {
    revision: person.revision,
    facts: { ...kept, education },
    source: 'DESK',
    reason: '居民来社区更正学历',
  }
  await ask(office.page, `/api/registry/people/${story.person}`, form, 'PUT')
})

test('back online everything is sent, and the phone shows what both of them said', async () => {
  const { page, context } = worker
  await context.setOffline(false)
  await page.getByRole('button', { name: '立即上传' }).click()
  await page.getByText('在线，已全部上传').waitFor({ timeout: 60_000 })
  await look(page, 'sent')
  await page.goto('/field/today')
  await unlock(page)
  await openPerson(page)
  await page.getByText(PHONE).waitFor()
  await page.getByText(story.education).waitFor(SOON)
  await look(page, 'merged')
})

test('the desk dispatches the event to the worker, who takes it and feeds back', async () => {
  await signIn(dispatcher.page, 'dispatcher', PASSWORD)
  const found = await ask<{ items: { id: string; category: string }[] }>(
    dispatcher.page,
    '/api/grid/events?which=OPEN&category=0305&state=REPORTED',
  )
  const reported = await Promise.all(
    found.items.map((one) =>
      ask<{ description: string }>(dispatcher.page, `/api/grid/events/${one.id}`).then((shown) => ({
        id: one.id,
        text: shown.description,
      })),
    ),
  )
  story.event = reported.find((one) => one.text.includes('电表箱发烫'))?.id ?? ''
  expect(story.event, 'the desk sees what the phone reported').not.toBe('')
  await actAtDesk('ACCEPT', {})
  await actAtDesk('DISPATCH', { unit: 'CO-150203001015' })

  const { page } = worker
  await page.goto('/field/today')
  await unlock(page)
  await askNow(page)
  await tab(page, 'tasks').click()
  await openEvent(page)
  await page.getByRole('button', { name: '签收' }).click()
  await page.getByRole('button', { name: '反馈处置结果' }).waitFor(SOON)
  await look(page, 'event')
  await page.getByRole('button', { name: '反馈处置结果' }).click()
  await page
    .locator('input.camera')
    .first()
    .setInputFiles({ ...PICTURE, name: 'mended.png' })
  await page.locator('.photos-field .thumb img').waitFor()
  await page.getByLabel('处置情况').fill('电工已更换接线端子，现场无异味。')
  await look(page, 'feed-back')
  await page.getByRole('button', { name: '提交' }).click()
  await expect.poll(() => stateAtDesk(), SOON).toBe('FED_BACK')
})

test('another worker verifies it, with before and after side by side', async () => {
  const { page } = colleague
  await firstSignIn(page, 'grid2')
  await tab(page, 'tasks').click()
  // The first page lists what waits for verification too, and stands until the tasks are there.
  await page
    .getByRole('navigation', { name: '任务' })
    .getByRole('link', { name: /待核查/ })
    .click()
  await openEvent(page)
  await page.getByRole('button', { name: '核查' }).click()
  await page.getByText('处置前').first().waitFor()
  await pick(page, '已解决')
  await look(page, 'verify')
  await page.getByRole('button', { name: '提交核查结果' }).click()
  await expect.poll(() => stateAtDesk(), SOON).toBe('VERIFIED')
})

test('the household moves to another cell and disappears from the first phone', async () => {
  const home = await ask<{ revision: number } & Record<string, unknown>>(
    office.page,
    `/api/registry/households/${story.household}`,
  )
  await ask(office.page, `/api/registry/households/${story.household}/move`, {
    revision: home.revision,
    dwelling: story.elsewhere,
    from: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()),
    kind: 'REGISTERED_HERE',
    why: { source: 'DESK', reason: '整户迁居' },
  })
  const { page } = worker
  await page.goto('/field/today')
  await unlock(page)
  await askNow(page)
  await tab(page, 'cell').click()
  await page.getByLabel('查找居民或房屋').fill(story.name)
  await expect.poll(() => page.locator(`a[href="/field/person/${story.person}"]`).count(), SOON).toBe(0)
  await look(page, 'moved-away')

  const there = colleague.page
  await there.goto('/field/today')
  await unlock(there)
  await askNow(there)
  await tab(there, 'cell').click()
  await there.getByLabel('查找居民或房屋').fill(story.name)
  await there.locator(`a[href="/field/person/${story.person}"]`).waitFor(SOON)
})

test('every screen reads well in English and in large type', async () => {
  const { page, troubles } = worker
  await tab(page, 'me').click()
  await look(page, 'me')
  await page.getByRole('link', { name: '设置' }).click()
  await pick(page, 'English')
  await page.getByRole('heading', { name: 'Settings' }).waitFor()
  await look(page, 'settings', 'en')
  await pick(page, 'Large')
  await look(page, 'settings-large', 'en')
  await pick(page, 'Normal')
  await page.getByRole('button', { name: 'Back' }).click()
  await page.getByRole('link', { name: 'Visits' }).click()
  await look(page, 'visits', 'en')
  await page.getByRole('button', { name: 'Back' }).click()
  for (const name of ['today', 'cell', 'report', 'tasks'] as const) {
    await tab(page, name).click()
    await page.locator(`nav a[href="/field/${name}"][aria-current]`).last().waitFor()
    await look(page, name, 'en')
  }
  expect(troubles).toEqual([])
})

/** Somebody who heads a household in the worker's first building, a door in the colleague's own cell, and where one stands. */
async function chooseWhom({ page, context }: Visitor): Promise<void> {
  await page.getByRole('link', { name: '列表' }).click()
  await page.locator('a[href^="/field/building/"]').first().click()
  const rows = page.locator('.row-list a[href^="/field/dwelling/"]')
  await rows.first().waitFor()
  const doors = await rows.evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  for (const door of doors) {
    await page.locator(`a[href="${door}"]`).click()
    await page.locator('.panel.tags').waitFor()
    const home = page.locator('a[href^="/field/household/"]').first()
    if (await home.isVisible()) {
      story.household = idIn(await home.getAttribute('href'))
      break
    }
    await page.getByRole('button', { name: '返回' }).click()
    await page.locator(`a[href="${door}"]`).waitFor()
  }
  const head = page.locator('a[href^="/field/person/"]').first()
  story.person = idIn(await head.getAttribute('href'))
  const title = async () => (await page.locator('h1').textContent())?.trim() ?? ''
  const before = await title()
  await head.click()
  await expect.poll(title).not.toBe(before)
  story.name = await title()
  await signIn(office.page, 'committee', PASSWORD)
  const here = await ask<{ items: { compound: string }[] }>(
    office.page,
    `/api/registry/areas/${OWN_CELL}/dwellings`,
  )
  const door = await ask<{ id: string }>(office.page, '/api/registry/dwellings', {
    compound: here.items[0]?.compound,
    facts: { building: String(RUN), unit: '1', room: '101', division: COLLEAGUES_CELL, use: 'VACANT' },
    why: { source: 'DESK', reason: '登记新房屋' },
  })
  story.elsewhere = door.id
  const cells = await ask<{ features: { id: string; properties: { centre: [number, number] } }[] }>(
    office.page,
    '/api/area/outlines?within=150203001015&level=GRID_CELL',
  )
  const [longitude, latitude] = cells.features.find((one) => one.id === SHARED_CELL)?.properties.centre ?? [
    0, 0,
  ]
  await context.setGeolocation({ longitude, latitude, accuracy: 12 })
}

const idIn = (href: string | null): string => /[0-9a-f-]{36}/.exec(href ?? '')?.[0] ?? ''

async function openEvent(page: Page): Promise<void> {
  const link = page.locator(`a[href="/field/event/${story.event}"]`)
  await link.waitFor(SOON)
  await link.click()
  await page.getByRole('heading', { name: '事件', level: 1 }).waitFor()
}

async function stateAtDesk(): Promise<string> {
  const shown = await ask<{ row: { state: string } }>(dispatcher.page, `/api/grid/events/${story.event}`)
  return shown.row.state
}

async function actAtDesk(action: string, input: object): Promise<void> {
  const { revision } = await ask<{ revision: number }>(dispatcher.page, `/api/grid/events/${story.event}`)
  await ask(dispatcher.page, `/api/grid/events/${story.event}/actions`, {
    revision,
    action,
    note: '',
    input,
    requestKey: crypto.randomUUID(),
  })
}
