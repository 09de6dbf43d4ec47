import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessible, settled, shots, signIn, visitor, type Visitor } from './browser'
import { idNumber, PASSWORD } from './people'

/** A community's sheet with one wrong row, from the file to the base; and a file of the base again. */
let staff: Visitor

beforeAll(async () => {
  staff = await visitor()
  staff.page.setDefaultTimeout(30_000)
  await signIn(staff.page, 'committee', PASSWORD)
})
afterAll(() => staff.close())

/** Numbers of this run only, so that the journey can be repeated on the same base. */
const RUN = String((Date.now() % 90) + 10)

function sheet(): string {
  const head = idNumber(`6529${RUN}19600305${String(Date.now() % 500).padStart(3, '0')}`)
  const wrong = head.slice(0, 17) + (head.endsWith('1') ? '2' : '1')
  return [
    '姓名,公民身份号码,民族,与户主关系,户号,小区,楼栋,单元,室,居住类型',
    `王试验,${head},汉族,户主,试-${RUN},友谊小区,3,1,101,户在人在`.replace('试-', 'S-'),
    `李试验,${wrong},汉族,配偶,S-${RUN},友谊小区,3,1,101,户在人在`,
  ].join('\n')
}

test('a sheet is checked, its wrong row is told, and its good row is imported', async () => {
  const { page, troubles } = staff
  await page.goto('/registry/imports')
  await settled(page)
  await accessible(page)
  await shots(page, 'imports')
  await page.locator('input[type=file]').setInputFiles({
    name: '社区人口.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(sheet(), 'utf8'),
  })
  await page.getByRole('button', { name: '上传' }).click()
  await page.getByRole('button', { name: '开始校验' }).waitFor()
  await accessible(page)
  await shots(page, 'import-columns')
  await page.getByText('不予登记，不会读取').waitFor()
  await page.getByRole('button', { name: '开始校验' }).click()
  await page.getByRole('button', { name: '只导入正确的 1 行' }).waitFor()
  await settled(page)
  await accessible(page)
  await shots(page, 'import-report')
  await page.getByRole('button', { name: '只导入正确的 1 行' }).click()
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.getByRole('heading', { name: '已导入' }).waitFor()
  await accessible(page)
  await shots(page, 'import-done')
  expect(troubles).toEqual([])
})

test('an export states its purpose and is fetched', async () => {
  const { page, troubles } = staff
  await page.goto('/registry/exports')
  await settled(page)
  await page.getByLabel('用途').first().fill('第三季度入户核对')
  await page.getByRole('button', { name: '导出', exact: true }).click()
  await page.getByRole('button', { name: '下载' }).first().waitFor()
  await accessible(page)
  await shots(page, 'exports')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载' }).first().click()
  expect((await download).suggestedFilename()).toMatch(/^人口信息 .*\.xlsx$/)
  expect(troubles).toEqual([])
})
