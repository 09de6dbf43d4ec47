import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessible, shots, visitor, type Visitor } from './browser'

let resident: Visitor

beforeAll(async () => {
  resident = await visitor()
})
afterAll(() => resident.close())

test('a resident finds what to bring', async () => {
  const { page, troubles } = resident
  await page.goto('/guide')
  await page.getByText('共 97 项').waitFor()
  await accessible(page)
  await shots(page, 'guides')
  await page.getByLabel('搜索事项').fill('居住证明')
  await page.getByRole('listitem').first().getByRole('link').click()
  await page.getByRole('heading', { name: '要带什么' }).waitFor()
  await accessible(page)
  await shots(page, 'guide')
  expect(troubles).toEqual([])
})

test('a resident who mistypes the pair is told so, and nothing else', async () => {
  const { page } = resident
  await page.goto('/progress')
  await accessible(page)
  await page.getByLabel('办件编号').fill('2026-0000001')
  await page.getByLabel('证件号码后四位').fill('1234')
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByRole('alert').waitFor()
  await accessible(page)
})
