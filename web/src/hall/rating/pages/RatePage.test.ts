import { flushPromises, mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, Refused } from '@/shared/testing'
import rating from '../index'
import RatePage from './RatePage.vue'

addMessages(rating.name, rating.messages)

const INVITE = {
  code: 'ACDE3467',
  station: 'ST-1',
  ticket: 'A012',
  window: 3,
  reasons: ['TOO_SLOW', 'UNCLEAR'],
}

async function opened(rate: unknown = undefined) {
  const server = fakeServer({
    'GET /api/public/hall/rating/ACDE3467': INVITE,
    'POST /api/public/hall/rating/ACDE3467': rate,
  })
  const page = mount(RatePage, { props: { code: 'ACDE3467' } })
  await flushPromises()
  return { server, page, sent: () => server.requests.filter((request) => request.method === 'POST') }
}

test('chooses no grade beforehand and sends a good one at once', async () => {
  const { page, sent } = await opened()
  expect(page.findAll('.faces button')).toHaveLength(5)
  expect(sent()).toHaveLength(0)
  await page.find('.faces button').trigger('click')
  await flushPromises()
  expect(sent()[0]?.body).toMatchObject({ grade: 5, reasons: [] })
  expect(page.text()).toContain('谢谢')
})

test('asks for a reason before it sends a bad grade', async () => {
  const { page, sent } = await opened()
  await page.findAll('.faces button')[3]?.trigger('click')
  expect(sent()).toHaveLength(0)
  expect(page.find('.send').attributes('disabled')).toBeDefined()
  await page.find('input[value="TOO_SLOW"]').setValue(true)
  await page.find('form').trigger('submit')
  await flushPromises()
  expect(sent()[0]?.body).toMatchObject({ grade: 2, reasons: ['TOO_SLOW'] })
})

test('says that a code was used', async () => {
  const { page } = await opened(new Refused(409, 'counter.rating-code-used', '这次办理已经评价过了'))
  await page.find('.faces button').trigger('click')
  await flushPromises()
  expect(page.find('[role="alert"]').text()).toContain('已经评价过')
})
