import { connect } from 'node:net'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { accessible, settled, shots, signIn, visitor, type Visitor } from './browser'
import { PASSWORD } from './people'
import { ask } from './phones'

/** An elder presses the watch: the desk rings, one person answers, and it is closed with what came of it. */
const NUMBER = '000000000001101'
const SILENT = '000000000001106'
const SOON = { timeout: 10_000 }
let desk: Visitor

beforeAll(async () => {
  desk = await visitor()
}, 60_000)
afterAll(() => desk?.close())

/** What the server answers a watch that says this. */
function watch(number: string, ...contents: string[]): Promise<string> {
  const port = Number(new URL(inject('url')).port) + 3
  return new Promise((resolve, reject) => {
    let heard = ''
    const line = connect(port, '127.0.0.1', () => {
      for (const content of contents)
        line.write(`[3G*${number}*${content.length.toString(16).padStart(4, '0')}*${content}]`)
    })
    line.setTimeout(10_000, () => reject(new Error('no answer')))
    line.on('error', reject)
    line.on('data', (data) => {
      heard += String(data)
      if (heard.includes(contents.some((content) => content.startsWith('AL')) ? 'AL]' : 'LK]')) line.end()
    })
    line.on('close', () => resolve(heard))
  })
}

function moment(at: Date): string {
  const [day, time] = at.toISOString().split('T')
  const [year, month, date] = (day ?? '').split('-')
  return `${date}${month}${year?.slice(2)},${time?.slice(0, 8).replaceAll(':', '')}`
}
const said = (command: string, status: string, at: { lon: number; lat: number }, when = new Date()) =>
  `${command},${moment(when)},A,${at.lat.toFixed(6)},N,${at.lon.toFixed(6)},E,3.2,90,1060,8,80,87,1200,0,${status}`

test('a press on the watch appears on the open desk, with the last position', async () => {
  const { page, troubles } = desk
  await signIn(page, 'committee', PASSWORD)
  await page.goto('/wearables/alarms')
  await page.getByText('现在没有报警').waitFor()
  await shots(page, 'alarms-none')
  await page.getByRole('button', { name: '开启铃声' }).click()
  const cells = await ask<{ features: { properties: { centre: [number, number] } }[] }>(
    page,
    '/api/area/outlines?within=150203001015&level=GRID_CELL',
  )
  const [lon, lat] = cells.features[0]?.properties.centre ?? [0, 0]
  expect(
    await watch(NUMBER, said('UD', '00000000', { lon, lat }), said('AL', '00010000', { lon, lat })),
  ).toBe(`[3G*${NUMBER}*0002*AL]`)
  await page.getByRole('button', { name: '紧急呼叫' }).waitFor(SOON)
  await page.getByText('还没有人接警：1').waitFor()
  await page.getByRole('button', { name: '紧急呼叫' }).click()
  await page.locator('canvas').first().waitFor()
  await settled(page)
  await shots(page, 'alarm')
  await accessible(page)
  expect(troubles).toEqual([])
})

test('one person claims it, notes, and closes it', async () => {
  const { page } = desk
  await page.keyboard.press('F8')
  await page.getByRole('textbox', { name: '处置情况' }).fill('电话接通，老人在楼下摔倒，网格员已到')
  await page.getByRole('button', { name: '记录', exact: true }).click()
  await page.getByText('电话接通，老人在楼下摔倒，网格员已到').waitFor()
  await page.getByRole('textbox', { name: '处置情况' }).fill('已扶起，家属到场')
  await page.getByRole('radio', { name: '已救助' }).check()
  await settled(page)
  await shots(page, 'alarm-mine')
  await accessible(page)
  await page.keyboard.press('F9')
  await page.getByText('现在没有报警').waitFor()
  await page.getByRole('button', { name: '已结束' }).click()
  await page.getByRole('button', { name: '已救助' }).waitFor()
})

test('who agreed to nothing is heard too, without a word of where', async () => {
  const { page } = desk
  expect(await watch(SILENT, said('AL', '00010000', { lon: 109.83, lat: 40.65 }))).toContain('AL]')
  await page.getByRole('button', { name: '待处置' }).click()
  await page.getByRole('button', { name: '紧急呼叫' }).click()
  await page.getByText('佩戴人没有同意记录位置').waitFor()
  expect(await page.locator('canvas').count()).toBe(0)
})

test('the stock says who is heard of and how full the battery is', async () => {
  const { page } = desk
  await page.goto('/wearables/devices')
  await page.getByText('87%').first().waitFor()
  await settled(page)
  await shots(page, 'watches')
  await accessible(page)
})

const WALKER = '000000000001102'
const HOME = { lon: 109.6259, lat: 40.6358 }
const METRES_A_DEGREE = 111_195
const STEPS = 40
const STEP_SECONDS = 30

test('a watch that walks out of its zone raises one alarm, not ten', async () => {
  const { page } = desk
  const begun = Date.now() - STEPS * STEP_SECONDS * 1000
  const way = Array.from({ length: STEPS }, (_, n) =>
    said(
      'UD',
      '00000000',
      { lon: HOME.lon, lat: HOME.lat + (n * 20) / METRES_A_DEGREE },
      new Date(begun + n * STEP_SECONDS * 1000),
    ),
  )
  await watch(WALKER, ...way, 'bphrt,151,88,76,,,,', 'LK,800,0,64')
  await page.goto('/wearables/alarms')
  const left = page.getByRole('button', { name: /离开安全区/ })
  await left.waitFor(SOON)
  expect(await left.count()).toBe(1)
  await left.click()
  await page.getByRole('heading', { name: /离开安全区 家/ }).waitFor()
  expect(await page.getByText(/呼叫\d+次/).count()).toBe(0)
  await page.locator('canvas').first().waitFor()
  await shots(page, 'alarm-zone')
  await accessible(page)
})

test('the way of the last hour plays', async () => {
  const { page } = desk
  await page
    .getByRole('article')
    .getByRole('link', { name: new RegExp(WALKER) })
    .click()
  await page.getByRole('heading', { name: `手表 ${WALKER}` }).waitFor()
  await settled(page)
  await shots(page, 'watch-state')
  await accessible(page)
  await page.keyboard.press('3')
  await page.getByRole('button', { name: '最近一小时' }).click()
  const moment = page.getByRole('slider')
  await moment.waitFor(SOON)
  const before = await moment.inputValue()
  await page.keyboard.press('Space')
  await expect.poll(() => moment.inputValue(), SOON).not.toBe(before)
  await page.keyboard.press('Space')
  await shots(page, 'watch-track')
  await accessible(page)
})

test('what it measured stands beside its limits', async () => {
  const { page } = desk
  await page.keyboard.press('2')
  await page.getByText('151/88').first().waitFor(SOON)
  await shots(page, 'watch-vitals')
  await accessible(page)
  for (const [key, name] of [
    ['4', 'watch-zones'],
    ['5', 'watch-limits'],
  ] as const) {
    await page.keyboard.press(key)
    await settled(page)
    await shots(page, name)
    await accessible(page)
  }
})

test('it is told to say where it is, and does', async () => {
  const { page } = desk
  const port = Number(new URL(inject('url')).port) + 3
  const line = connect(port, '127.0.0.1', () => line.write(`[3G*${WALKER}*0002*LK]`))
  let heard = ''
  line.on('data', (data) => {
    heard += String(data)
    if (heard.includes('CR]')) {
      line.write(`[3G*${WALKER}*0002*CR]`)
      heard = ''
    }
  })
  await expect.poll(() => heard, SOON).toContain('LK]')
  await page.keyboard.press('6')
  await page.getByRole('button', { name: '立即定位' }).click()
  await page.getByText('手表已应答').waitFor(SOON)
  line.end()
  await page.getByRole('button', { name: '提醒', exact: true }).click()
  await page.getByRole('dialog').waitFor()
  await accessible(page)
  await shots(page, 'watch-reminders')
  await page.keyboard.press('Escape')
  await shots(page, 'watch-commands')
  await accessible(page)
})
