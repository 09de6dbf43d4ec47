import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { visitor, type Visitor } from './browser'
import { PASSWORD } from './people'

/** What a worker of the grids does with the field app, shared by its journeys. */
export const PHONE_SIZES = {
  small: { width: 360, height: 740 },
  large: { width: 412, height: 915 },
} as const

export const PICTURE = {
  name: 'smell.png',
  mimeType: 'image/png',
  buffer: readFileSync(join(import.meta.dirname, '../public/field/icon-512.png')),
}
/** A phone that says where it is; `url` is the server's, or that of a line to it. */
export async function phone(url = inject('url')): Promise<Visitor> {
  const one = await visitor(PHONE_SIZES.large, url)
  await one.context.grantPermissions(['geolocation'], { origin: url })
  one.page.setDefaultTimeout(20_000)
  return one
}

export async function firstSignIn(page: Page, name: string): Promise<void> {
  await page.goto('/field/')
  await page.getByLabel('账号').fill(name)
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '今天' }).waitFor()
  await page.waitForFunction(() => !document.body.textContent?.includes('正在下载您的网格'))
}

export async function unlock(page: Page): Promise<void> {
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '打开' }).click()
  await page.locator('.field-page').waitFor()
}

/** A finger that lands on a chip lands on the radio button that covers it. */
export const pick = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).click()

/** After a start a phone waits up to two minutes, so that a district's phones do not ask together; who is in a hurry asks. */
export async function askNow(page: Page): Promise<void> {
  await page.locator('.stand').click()
  await page.getByRole('heading', { name: '上传情况' }).waitFor()
  await page.getByRole('button', { name: '立即上传' }).click()
  await page.getByText('在线，已全部上传').waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: '返回' }).click()
}

export const tab = (page: Page, path: string) => page.locator(`nav a[href="/field/${path}"]`)

/** Asks the server as whoever is signed in on this page. */
export async function ask<T>(
  page: Page,
  path: string,
  body?: object,
  method = body ? 'POST' : 'GET',
): Promise<T> {
  return page.evaluate(
    async ([to, sent, how]) => {
      const token = decodeURIComponent(/XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '')
      const answer = await fetch(to, {
        method: how,
        headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token },
        body: sent,
      })
      if (!answer.ok) throw new Error(`${how} ${to}: ${answer.status} ${await answer.text()}`)
      return (await answer.json().catch(() => undefined)) as T
    },
    [path, body && JSON.stringify(body), method] as const,
  )
}
