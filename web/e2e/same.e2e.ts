import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessible, settled, shots, signIn, visitor, type Visitor } from './browser'
import { idNumber, PASSWORD } from './people'
import { ask, askNow, firstSignIn, phone, pick, unlock } from './phones'

/** A worker registers somebody who is known behind another door: one question for the lead, and one person afterwards. */
const CELL = '150203001015001'
const RUN = Date.now() % 100_000
/** Of a prefecture that does not exist, another one in each run. */
const DAY = `19${60 + (RUN % 30)}0${1 + (RUN % 9)}1${RUN % 10}`
const NUMBER = idNumber(`150299${DAY}${String((RUN % 499) * 2).padStart(3, '0')}`)
const NAME = '那仁花'
const SOON = { timeout: 45_000, interval: 500 }

let worker: Visitor
let lead: Visitor
let doors: string[] = []

beforeAll(async () => {
  worker = await phone()
  lead = await visitor()
  await signIn(lead.page, 'gridlead', PASSWORD)
  const here = await ask<{ items: { id: string }[] }>(lead.page, `/api/registry/areas/${CELL}/dwellings`)
  doors = here.items.slice(0, 2).map((door) => door.id)
  await firstSignIn(worker.page, 'grid')
}, 120_000)
afterAll(() => Promise.all([worker, lead].map((one) => one?.close())))

async function register(page: Page, door: string): Promise<void> {
  await page.goto(`/field/person/new?dwelling=${door}`)
  await unlock(page)
  await page.getByLabel('姓名').fill(NAME)
  await page.getByLabel('证件种类').selectOption('RESIDENT_ID')
  await page.getByLabel('证件号码').fill(NUMBER)
  await pick(page, '户籍在此居住')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('heading', { name: NAME }).waitFor()
}

test('somebody is registered at one door, and again at another under the same number', async () => {
  const { page } = worker
  await register(page, doors[0] ?? '')
  await askNow(page)
  await register(page, doors[1] ?? '')
  await askNow(page)
  await page.goto('/field/conflicts')
  await unlock(page)
  await page.getByText('可能和已有的人重复').waitFor(SOON)
})

test('the lead compares and says that it is one person', async () => {
  const { page, troubles } = lead
  await page.goto('/sync/conflicts')
  await page.getByRole('button', { name: '可能重复登记' }).first().click()
  await page.getByText('是同一个人吗？').waitFor()
  await page.getByText('居民身份证').waitFor()
  expect(await page.getByText(NUMBER).count()).toBe(0)
  await settled(page)
  await shots(page, 'same-person')
  await accessible(page)
  await page.keyboard.press('Alt+2')
  await page.getByRole('textbox', { name: '理由' }).fill('本人说明已搬来这里')
  await page.keyboard.press('F9')
  await page.getByText('已核定').first().waitFor()
  expect(troubles).toEqual([])
})

test('the phone is told, and the person lives where the worker met them', async () => {
  const { page } = worker
  await askNow(page)
  await page.goto(`/field/dwelling/${doors[1]}`)
  await unlock(page)
  await page.getByText(NAME).first().waitFor(SOON)
  await page.goto(`/field/dwelling/${doors[0]}`)
  await unlock(page)
  await page.locator('.field-page').waitFor()
  await expect.poll(() => page.getByText(NAME).count(), SOON).toBe(0)
})
