import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { shot, violationsOf, visitor, type Visitor } from './browser'
import { PASSWORD, PEOPLE } from './people'
import { unreadable } from './readable'

/** A worker in a stairwell without a network. */
const SMALL = { width: 360, height: 740 }
const LARGE = { width: 412, height: 915 }
const SOON = { timeout: 45_000, interval: 500 }

let worker: Visitor
/** Who is corrected. */
const story = { person: '', household: '', name: '' }

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

async function unlock(page: Page): Promise<void> {
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '打开' }).click()
  await page.locator('.field-page').waitFor()
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
  expect(Object.values(story)).not.toContain('')
  await context.setOffline(true)
  await page.goto('/field/today')
  await look(page, 'locked')
  await unlock(page)
  await page.getByText('离线').first().waitFor()

  await openPerson(page)
  await look(page, 'person')
  await page.getByRole('button', { name: /改电话|加电话/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('电话').fill('13947200001')
  await sheet.getByRole('button', { name: '保存' }).click()
  await page.getByText('13947200001').waitFor()
  await page.getByRole('link', { name: /家庭/ }).click()
  await page.getByRole('link', { name: '更正户号' }).click()
  await page.getByLabel('户号').fill('150203900001')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('150203900001').waitFor()
  await look(page, 'household')
})

/** Somebody who heads a household in the worker's first building. */
async function chooseWhom({ page }: Visitor): Promise<void> {
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
  await head.click()
  await page.locator('.tags').waitFor()
  story.name = (await page.locator('h1').textContent())?.trim() ?? ''
}

const idIn = (href: string | null): string => /[0-9a-f-]{36}/.exec(href ?? '')?.[0] ?? ''
