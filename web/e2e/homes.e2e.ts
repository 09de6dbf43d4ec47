import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessible, inLanguage, settled, shots, signIn, visitor, type Visitor } from './browser'
import { PEOPLE, STATION_HEAD } from './people'
import { unreadable } from './readable'

/** From the figures of an area to the people they count, to a dwelling and to the family that lives in it. */

let staff: Visitor

beforeAll(async () => {
  staff = await visitor()
  await signIn(staff.page, STATION_HEAD.name, STATION_HEAD.password)
})
afterAll(async () => {
  expect(staff.troubles).toEqual([])
  await staff.close()
})

async function look(name: string): Promise<void> {
  const { page } = staff
  await settled(page)
  await shots(page, `homes-${name}`)
  for (const language of ['en', 'zh'] as const) {
    await inLanguage(page, language)
    expect(await page.evaluate(unreadable, PEOPLE), `${name} ${language}`).toEqual([])
    await accessible(page)
  }
}

test('a figure leads to those it counts, and they to their home and family', async () => {
  const { page } = staff
  await page.goto('/registry/areas')
  await settled(page)
  await page.locator('.dwelling-map canvas').first().waitFor()
  await look('area')
  const figure = page.locator('.resident-figures dd a').first()
  expect(Number((await figure.innerText()).replace(/\D/g, ''))).toBeGreaterThan(0)
  await figure.click()
  await settled(page)
  await look('residents')
  await page.locator('tbody td:nth-child(3) a').first().click()
  await page.waitForURL(/\/registry\/dwellings\//)
  await settled(page)
  await look('dwelling')
  await page.locator('a[href^="/registry/households/"]').first().click()
  await page.waitForURL(/\/registry\/households\/[0-9a-f]/)
  await settled(page)
  await look('household')
  expect(await page.locator('.tree .card.head').count()).toBe(1)
})

test('a dwelling is found as it is said', async () => {
  const { page } = staff
  await page.goto('/registry/areas/150203001/dwellings')
  await page.locator('tbody tr').first().waitFor()
  await look('dwellings')
  const address = await page.locator('tbody tr td').first().innerText()
  await page.goto('/registry/dwellings')
  await settled(page)
  await page.locator('form[role=search] input').fill(address)
  await expect.poll(() => page.locator('table').count()).toBe(2)
  await look('found')
  await page.locator('tbody tr').first().click()
  await page.waitForURL(/\/registry\/dwellings\/[0-9a-f]/)
  expect(await page.locator('h1').innerText()).toBe(address)
})

test('the lists of households, organisations and places open', async () => {
  const { page } = staff
  for (const list of ['households', 'organisations', 'places']) {
    await page.goto(`/registry/${list}`)
    await look(list)
    const first = page.locator('tbody tr').first()
    if (!(await first.isVisible())) continue
    await first.click()
    await page.waitForURL(new RegExp(`/registry/${list}/[0-9a-f]`))
    await look(list.slice(0, -1))
  }
  await page.goto('/registry/households/new')
  await look('household-new')
})
