import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { shot, violationsOf, visitor, type Visitor } from './browser'
import { PASSWORD, PEOPLE } from './people'
import { unreadable } from './readable'

/** A worker's first day with the phone. */
const SMALL = { width: 360, height: 740 }
const LARGE = { width: 412, height: 915 }
const SOON = { timeout: 45_000, interval: 500 }

let worker: Visitor

async function phone(): Promise<Visitor> {
  const one = await visitor(LARGE)
  await one.context.grantPermissions(['geolocation'], { origin: new URL('/', await origin(one.page)).href })
  one.page.setDefaultTimeout(20_000)
  return one
}

async function origin(page: Page): Promise<string> {
  await page.goto('/field/')
  return page.url()
}

beforeAll(async () => {
  mkdirSync(join(import.meta.dirname, 'output'), { recursive: true })
  worker = await phone()
}, 120_000)
/** What the phone showed when something went wrong. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  await shot(worker.page, 'field-failed-worker')
})
afterAll(() => worker?.close())

async function firstSignIn(page: Page, name: string): Promise<void> {
  await page.goto('/field/')
  await page.getByLabel('账号').fill(name)
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '今天' }).waitFor()
  await page.waitForFunction(() => !document.body.textContent?.includes('正在下载您的网格'))
}

const tab = (page: Page, path: string) => page.locator(`nav a[href="/field/${path}"]`)

/** Nothing axe finds, nothing said in codes, nothing wider than the phone, at both sizes; with pictures. */
async function look(page: Page, name: string, language: 'zh' | 'en' = 'zh'): Promise<void> {
  for (const size of [SMALL, LARGE]) {
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
