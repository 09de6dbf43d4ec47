import { createHmac, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { accessible, settled, shots, signIn, visitor, type Visitor } from './browser'
import { PASSWORD } from './people'
import { ask } from './phones'

/** An elder calls 12349: it rings, one operator takes it, sees who it may be, and it ends with what came of it. */
const SOON = { timeout: 10_000 }
const EXTENSION = '801'
const STRANGER = '15404720001'
let desk: Visitor
let second: Visitor
let known = ''

beforeAll(async () => {
  desk = await visitor()
  second = await visitor()
}, 60_000)
afterAll(async () => {
  await desk?.close()
  await second?.close()
})

/** Says as a telephone system what happened to a call; answers with the status. */
async function say(call: string, seq: number, event: string, more: Record<string, string> = {}) {
  const body = JSON.stringify({ call, seq, event, at: new Date().toISOString(), called: '12349', ...more })
  const timestamp = String(Date.now())
  const key = process.env.LINLI_TRUNK_KEY ?? ''
  const answer = await fetch(`${inject('url')}/api/public/eldercare/calls/events`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Linli-Trunk': '1',
      'X-Linli-Timestamp': timestamp,
      'X-Linli-Signature': createHmac('sha256', key).update(`${timestamp}\n${body}`).digest('hex'),
    },
    body,
  })
  return answer.status
}

test('a call rings at the open desk with its number and line only', async () => {
  const { page, troubles } = desk
  await signIn(page, 'hotline', PASSWORD)
  await page.goto('/eldercare/calls')
  await page.getByText('现在没有来电').waitFor()
  await settled(page)
  await shots(page, 'calls-none')
  await page.getByRole('button', { name: '开启铃声' }).click()
  known = await phoneOfSomebody()
  expect(await say('e2e-1', 0, 'ringing', { caller: known })).toBe(204)
  await page.getByText('正在响铃：1').waitFor(SOON)
  await page.getByRole('button', { name: known }).click()
  await page.getByRole('button', { name: /^接听/ }).waitFor()
  expect(await page.getByText('可能的来电人').count()).toBe(0)
  await settled(page)
  await shots(page, 'call-rings')
  await accessible(page)
  expect(troubles).toEqual([])
})

test('whoever takes it sees who may be calling, and nobody else does', async () => {
  const { page } = desk
  await page.keyboard.press('F8')
  await page.getByRole('heading', { name: '可能的来电人' }).waitFor()
  await page.getByRole('button', { name: '就是此人' }).first().click()
  await page.getByText('已核对', { exact: false }).first().waitFor()
  await say('e2e-1', 1, 'answered', { caller: known })
  await page.getByText('挂断后才能办结').waitFor()
  await page.getByRole('textbox', { name: '处置情况' }).fill('想订午餐，已告知社区食堂电话')
  await page.getByRole('button', { name: '记录', exact: true }).click()
  await page.getByText('想订午餐，已告知社区食堂电话').waitFor()
  await settled(page)
  await shots(page, 'call-mine')
  await accessible(page)

  await signIn(second.page, 'hotline2', PASSWORD)
  await second.page.goto(page.url())
  await second.page.getByText('图雅已接听').first().waitFor()
  expect(await second.page.getByText('可能的来电人').count()).toBe(0)
})

test('once the caller has hung up it ends with what came of it', async () => {
  const { page } = desk
  await say('e2e-1', 2, 'ended')
  await page.getByText('话后整理', { exact: false }).first().waitFor(SOON)
  await page.getByRole('textbox', { name: '处置情况' }).fill('已答复')
  await page.getByRole('radio', { name: '已答复' }).check()
  await page.keyboard.press('F9')
  await page.getByText('现在没有来电').waitFor()
})

test('what the operator answers on the telephone comes up by itself', async () => {
  const { page } = desk
  await page.getByLabel('分机').fill(EXTENSION)
  await page.getByRole('button', { name: '就座' }).click()
  await page.getByRole('button', { name: '离座' }).waitFor()
  const call = randomUUID()
  await say(call, 1, 'answered', { caller: STRANGER, agent: EXTENSION })
  expect(await say(call, 0, 'ringing', { caller: STRANGER })).toBe(204)
  await page.getByRole('heading', { name: STRANGER }).waitFor(SOON)
  await page.getByText('人口库中没有这个号码').waitFor()
  await say(call, 2, 'ended')
  await page.getByText('话后整理', { exact: false }).first().waitFor(SOON)
  await page.getByRole('textbox', { name: '处置情况' }).fill('打错了')
  await page.getByRole('radio', { name: '打错或无声' }).check()
  await page.keyboard.press('F9')
  await page.getByText('现在没有来电').waitFor()
})

test('a missed call waits until somebody has called back', async () => {
  const { page } = desk
  const call = randomUUID()
  await say(call, 0, 'ringing', { caller: STRANGER })
  await say(call, 1, 'abandoned')
  await page.getByRole('button', { name: STRANGER }).click(SOON)
  await page.getByRole('button', { name: /^接听/ }).click()
  await page.getByText('打错了').waitFor()
  await settled(page)
  await shots(page, 'call-missed')
  await accessible(page)
  await page.getByRole('textbox', { name: '处置情况' }).fill('回拨接通，是打错')
  await page.keyboard.press('F6')
  await page.getByText('现在没有来电').waitFor()
})

test('the district connects a telephone system, whose key is told once', async () => {
  const { page } = second
  await signIn(page, 'supervisor', PASSWORD)
  await page.goto('/eldercare/trunks')
  await page.getByText('演示话务系统').waitFor()
  await settled(page)
  await shots(page, 'trunks')
  await accessible(page)
})

test('the committee keeps the file of an elder, and whoever hears their alarm sees whom to call', async () => {
  const { page } = second
  await signIn(page, 'committee', PASSWORD)
  await page.goto('/eldercare/elders')
  await page.getByText('2 人，已核实 0 人').first().waitFor()
  await settled(page)
  await shots(page, 'elders')
  await accessible(page)
  await page.locator('tbody a').first().click()
  await page.getByRole('heading', { name: '紧急联系人' }).waitFor()
  await page.getByRole('textbox', { name: '姓名' }).fill('苏和')
  await page.getByRole('combobox', { name: '关系' }).selectOption('GRANDCHILD')
  await page.getByRole('textbox', { name: '电话' }).fill('12')
  await page.getByRole('button', { name: '添加联系人' }).click()
  await page.locator('[aria-invalid="true"]').waitFor()
  await page.getByRole('textbox', { name: '电话' }).fill('154 9900 0299')
  await page.getByRole('button', { name: '添加联系人' }).click()
  await page.getByText('15499000299').waitFor()
  await page.getByRole('button', { name: '上移: 苏和' }).click()
  await page.getByRole('button', { name: '已拨通核实: 苏和' }).click()
  await page.locator('ol > li').nth(1).getByText('核实', { exact: false }).first().waitFor()
  await page.getByRole('combobox', { name: '居住情况' }).selectOption('ALONE')
  await page.getByRole('textbox', { name: '照护须知' }).fill('耳背，说蒙语')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('陈秀英修改于', { exact: false }).waitFor()
  await settled(page)
  await shots(page, 'elder')
  await accessible(page)
})

/** The number of somebody in the demo, as only a reader with a purpose sees it: asked for in the interface. */
async function phoneOfSomebody(): Promise<string> {
  const STEP = 61_803_399
  for (let n = 0; n < 200; n++) {
    const number = `154${String((n * STEP) % 100_000_000).padStart(8, '0')}`
    const found = await ask<{ people: unknown[] }>(desk.page, '/api/registry/people/find', { text: number })
    if (found.people.length > 0) return number
  }
  throw new Error('nobody of the demo has a phone')
}
