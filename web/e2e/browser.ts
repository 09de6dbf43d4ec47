import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'

const OUTPUT = join(import.meta.dirname, 'output')
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=zh-CN',
]

/** The screens that Linli is made for. */
export const SCREENS = { small: { width: 1366, height: 768 }, large: { width: 1920, height: 1080 } } as const

export interface Visitor {
  page: Page
  context: BrowserContext
  /** Console errors and failed scripts seen so far; a journey ends with none. */
  troubles: string[]
  close: () => Promise<void>
}

/** Opens Chromium with a fresh profile; `scheme` of languages is the console's own switch, not the browser's. */
export async function visitor(
  size: { width: number; height: number } = SCREENS.small,
  url = inject('url'),
): Promise<Visitor> {
  const profile = mkdtempSync(join(tmpdir(), 'linli-chromium-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.LINLI_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: FLAGS,
    viewport: size,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: url,
  })
  const page = context.pages()[0] ?? (await context.newPage())
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(String(error)))
  page.on('console', (message) => {
    // The browser itself logs every answer that is not 2xx; refusals are part of the journeys.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      troubles.push(message.text())
  })
  const close = async () => {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
  return { page, context, troubles, close }
}

export async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('账号').fill(name)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** Keeps a picture in e2e/output. */
export async function shot(page: Page, name: string): Promise<void> {
  mkdirSync(OUTPUT, { recursive: true })
  await page.screenshot({ path: join(OUTPUT, `${name}.png`) })
}

export async function inLanguage(page: Page, language: 'zh' | 'en'): Promise<void> {
  await page.locator('.language-switch select').selectOption(language)
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language === 'zh' ? 'zh-CN' : 'en')
}

/** Pictures of the page on both screens and in both languages. */
export async function shots(page: Page, name: string): Promise<void> {
  for (const [screen, size] of Object.entries(SCREENS)) {
    await page.setViewportSize(size)
    for (const language of ['en', 'zh'] as const) {
      await inLanguage(page, language)
      await shot(page, `${name}-${screen}-${language}`)
    }
  }
  await page.setViewportSize(SCREENS.small)
}

/** Waits until the page has read what it shows. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('.skeleton, [aria-busy=true]'))
}

interface Violation {
  id: string
  help: string
  nodes: { target: string[]; failureSummary: string }[]
}

/** What axe finds (WCAG 2.1 A and AA, best practices), each with its rule and place. */
export async function violationsOf(page: Page): Promise<string[]> {
  // The content policy forbids injected scripts, so axe runs through the debugger's own door.
  await page.evaluate(AXE)
  // A button on its way from grey to blue has neither's contrast.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity)
        .map((one) => one.finished),
    ),
  )
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: unknown }> }
    }
    return (await axe.run({ resultTypes: ['violations'] })).violations
  })
  return (violations as Violation[]).map(
    ({ id, help, nodes }) => `${id}: ${help} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  )
}

/** Fails, naming rule and place, when axe finds anything. */
export async function accessible(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([])
}
