import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { accessible, inLanguage, settled, shot, signIn, violationsOf, visitor, type Visitor } from './browser'
import { PASSWORD, PEOPLE } from './people'
import { unreadable } from './readable'

/**
 * Every screen of every role, in both languages: it opens without an error, axe finds nothing, and nothing is said in
 * codes. Looks only; whoever waits in the queue goes on waiting.
 */
const ROLES = [
  'clerk',
  'supervisor',
  'editor',
  'auditor',
  'secadmin',
  'sysadmin',
  'head',
  'committee',
  'dept-mz',
  'hall',
  'privacy',
  'agent',
  'grid',
  'gridlead',
  'dispatcher',
  'gridadmin',
  'hotline',
]
/** A machine may have no card reader, or one that serves another address; pages say so, and the browser logs it. */
const OF_THE_READER = /ERR_CONNECTION_REFUSED|127\.0\.0\.1:38088/
/** Screens reached from no menu. */
const BESIDES = ['/inbox', '/nothing/here', '/access/audit', '/password', '/second-factor']
const OPEN = [
  '/sign-in',
  '/guide',
  '/guide/150203-ZM-001',
  '/check',
  '/progress',
  '/progress/data',
  '/hall/',
  '/hall/screen/ST-150203001',
  '/hall/rating/ST-150203001/1',
]

let staff: Visitor
/** Screens looked at closely already: what one role sees of them, the next one sees too. */
const seen = new Set<string>()

beforeAll(async () => {
  staff = await visitor()
  staff.page.setDefaultTimeout(10_000)
})
afterAll(() => staff.close())

/** What cannot be read even after a while: a list worded by the server is read anew when the language changes. */
async function lastingly(page: Page): Promise<string[]> {
  const until = Date.now() + 5000
  for (;;) {
    const found = await page.evaluate(unreadable, PEOPLE)
    if (found.length === 0 || Date.now() > until) return found
    await page.waitForTimeout(200)
  }
}

/** What is wrong with the page, with its address, so that one run tells of all of them. */
async function look(page: Page, closely: boolean): Promise<string[]> {
  const where = new URL(page.url()).pathname
  const wrong: string[] = []
  for (const language of ['en', 'zh'] as const) {
    if (!closely && language === 'en') continue
    await inLanguage(page, language)
    wrong.push(...(await lastingly(page)).map((text) => `${where} ${language}: ${text}`))
    if (closely) wrong.push(...(await violationsOf(page)).map((text) => `${where} ${language}: ${text}`))
    const title = await page.title()
    if (!title.includes(language === 'en' ? 'Linli' : '邻里'))
      wrong.push(`${where} ${language}: tab is "${title}"`)
  }
  return wrong
}

async function visit(page: Page, path: string): Promise<string[]> {
  const closely = !seen.has(path)
  seen.add(path)
  const link = page.locator(`nav.side-menu a[href="${path}"]`)
  if (await link.isVisible()) await link.click()
  else await page.goto(path)
  await page.waitForURL((url) => url.pathname === path || path === '/access/audit')
  await settled(page)
  const wrong = await look(page, closely)
  if (!closely) return wrong
  const first = page.locator('main tbody a[href], main tr.opens').first()
  if (!(await first.isVisible())) return wrong
  await open(page, first)
  wrong.push(...(await look(page, true)))
  if (await page.locator('dialog[open]').isVisible()) await page.keyboard.press('Escape')
  return wrong
}

/** Opens what a list shows first; a list that is read anew just then takes the click with it, so it is clicked again. */
async function open(page: Page, first: Locator): Promise<void> {
  const before = page.url()
  await expect
    .poll(
      async () => {
        if (page.url() === before && !(await page.locator('dialog[open]').isVisible()))
          await first.click({ timeout: 2000 }).catch(() => undefined)
        // The old page stands until the new one's script is there.
        await page
          .waitForFunction(
            (from) => location.href !== from || document.querySelector('dialog[open]'),
            before,
            { timeout: 3000 },
          )
          .catch(() => undefined)
        return page.url() !== before || (await page.locator('dialog[open]').isVisible())
      },
      { message: `what ${before} lists first opens`, timeout: 12_000, interval: 200 },
    )
    .toBe(true)
  await settled(page)
}

async function menuOf(page: Page): Promise<string[]> {
  await settled(page)
  const links = page.locator('nav.side-menu a')
  return links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
}

test.each(ROLES)('what %s may open can be read', { timeout: 120_000 }, async (name) => {
  const { page, context, troubles } = staff
  await context.clearCookies()
  await signIn(page, name, PASSWORD)
  const wrong: string[] = []
  for (const path of await menuOf(page)) wrong.push(...(await visit(page, path)))
  if (name === 'clerk') for (const path of BESIDES) wrong.push(...(await visit(page, path)))
  if (wrong.length > 0) await shot(page, `screens-${name}`)
  expect(wrong).toEqual([])
  expect(troubles.splice(0).filter((text) => !OF_THE_READER.test(text))).toEqual([])
})

/** Reads from the server as whoever is signed in. */
async function read<T>(page: Page, path: string, body?: object): Promise<T> {
  return page.evaluate(
    async ([to, sent]) => {
      const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? ''
      const post = {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token },
        body: sent,
      }
      return (await fetch(to, sent ? post : {})).json() as T
    },
    [path, body && JSON.stringify(body)] as const,
  )
}

interface Line {
  id: string
  procedureNames: { en: string }
  stateNames: { en: string }
}

test('cases of every kind can be read in both languages', { timeout: 120_000 }, async () => {
  const { page, context } = staff
  await context.clearCookies()
  await signIn(page, 'supervisor', PASSWORD)
  const one = new Map<string, string>()
  for (const figure of ['OPEN', 'ENDED']) {
    const { items } = await read<{ items: Line[] }>(
      page,
      `/api/casework/supervision/cases?figure=${figure}&limit=100`,
    )
    for (const line of items) one.set(`${line.procedureNames.en} ${line.stateNames.en}`, line.id)
  }
  expect(one.size).toBeGreaterThan(4)
  const wrong: string[] = []
  const paths = [...one.values()].map((id) => `/casework/cases/${id}`)
  for (const path of [...paths, '/casework/work?scope=AREA', '/casework/supervision?figure=ENDED']) {
    await page.goto(path)
    await settled(page)
    wrong.push(...(await look(page, true)))
  }
  expect(wrong).toEqual([])
})

interface EventLine {
  id: string
  state: string
}

test('events in every state can be read in both languages', { timeout: 120_000 }, async () => {
  const { page, context } = staff
  await context.clearCookies()
  await signIn(page, 'dispatcher', PASSWORD)
  const one = new Map<string, string>()
  for (const which of ['OPEN', 'ENDED']) {
    const { items } = await read<{ items: EventLine[] }>(page, `/api/grid/events?which=${which}&limit=100`)
    for (const line of items) one.set(line.state, line.id)
  }
  expect(one.size).toBeGreaterThan(4)
  const wrong: string[] = []
  for (const id of one.values()) {
    await page.goto(`/grid/events/${id}`)
    await page.locator('article').waitFor()
    await settled(page)
    wrong.push(...(await look(page, true)))
  }
  expect(wrong).toEqual([])
})

test('a number of the board opens its cases', { timeout: 60_000 }, async () => {
  const { page, context } = staff
  await context.clearCookies()
  await signIn(page, 'supervisor', PASSWORD)
  await page.goto('/casework/supervision')
  await settled(page)
  await inLanguage(page, 'zh')
  const figure = page.getByRole('link', { name: /，办结：\d+，打开清单/ }).first()
  const number = Number(await figure.textContent())
  await figure.click()
  await page.getByRole('heading', { name: /^办结：全部单位/ }).waitFor()
  await settled(page)
  await expect.poll(() => page.locator('tr.opens').count()).toBe(Math.min(number, 30))
  await accessible(page)
  await page.locator('tr.opens').first().click()
  await page.waitForURL(/\/casework\/cases\/./)
  await page.goBack()
  await page.getByRole('heading', { name: /^办结：全部单位/ }).waitFor()
})

test('the progress of a matter can be read in both languages', { timeout: 60_000 }, async () => {
  const { page, context } = staff
  await context.clearCookies()
  await signIn(page, 'clerk', PASSWORD)
  const errands = await read<{ id: string; caseNumber: string }[]>(page, '/api/counter/errands')
  expect(errands.length).toBeGreaterThan(0)
  const wrong: string[] = []
  for (const { id, caseNumber } of errands.slice(0, 3)) {
    const { documentNumber } = await read<{ documentNumber: string }>(
      page,
      `/api/counter/errands/${id}/applicant`,
      { purpose: '核对页面' },
    )
    await page.goto('/progress')
    await inLanguage(page, 'zh')
    await page.getByLabel('办件编号').fill(caseNumber)
    await page.getByLabel('证件号码后四位').fill(documentNumber.slice(-4))
    await page.getByRole('button', { name: '查询' }).click()
    await page.getByText(caseNumber).waitFor()
    wrong.push(...(await look(page, true)))
    await page.goto('/')
  }
  expect(wrong).toEqual([])
})

test('the pages without sign-in can be read', { timeout: 60_000 }, async () => {
  const { page, context } = staff
  await context.clearCookies()
  const wrong: string[] = []
  for (const path of OPEN) {
    await page.goto(path)
    await settled(page)
    wrong.push(...(await look(page, true)))
  }
  expect(wrong).toEqual([])
})

test('whoever is signed out in the middle of a sentence comes back to it', { timeout: 60_000 }, async () => {
  const { page, context } = staff
  await context.clearCookies()
  await signIn(page, 'sysadmin', PASSWORD)
  await page.goto('/access/accounts')
  await settled(page)
  await page.getByRole('button', { name: '新建账号' }).click()
  await page.getByLabel('姓名').fill('还没有保存的名字')
  await context.clearCookies({ name: 'LINLI_SESSION' })
  await page.locator('dialog[open]').getByRole('button', { name: '新建账号' }).click()
  await page.getByRole('heading', { name: '登录已结束' }).waitFor()
  await accessible(page)
  await page.getByLabel('密码').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '登录已结束' }).waitFor({ state: 'detached' })
  // The request that had to wait was sent and answered: the login is missing, and the name still stands there.
  await page.getByRole('alert').waitFor()
  expect(await page.getByLabel('姓名').inputValue()).toBe('还没有保存的名字')
})
