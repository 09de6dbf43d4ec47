import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer } from '@/shared/testing'
import AddressInput from './AddressInput.vue'
import registry from './index'

addMessages(registry.name, registry.messages)
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const book = [
  suggestion('友谊小区19栋3单元502', 'c1', '150203001015', '友谊小区第一社区'),
  suggestion('友谊花园19栋3单元502', 'c2', '150203001016', '友谊第二社区'),
]

function suggestion(address: string, compound: string, community: string, zh: string) {
  return { address, compound, community, communityNames: { zh, en: zh } }
}

async function written(text: string) {
  const { requests } = fakeServer({ 'GET /api/registry/address-book/suggestions': book })
  const wrapper = mount(AddressInput, {
    props: {
      modelValue: '',
      community: '150203001015',
      'onUpdate:modelValue': (to?: string) => wrapper.setProps({ modelValue: to }),
    },
    attachTo: document.body,
  })
  const input = wrapper.get('input')
  await input.setValue(text)
  vi.advanceTimersByTime(250)
  await flushPromises()
  return { wrapper, input, requests }
}

test('completes what is written as people say it, by keys alone', async () => {
  const { wrapper, input } = await written('友谊19-3-502')
  expect(wrapper.findAll('[role=option]').map((one) => one.text())).toHaveLength(2)
  await input.trigger('keydown', { key: 'ArrowDown' })
  await input.trigger('keydown', { key: 'ArrowDown' })
  const active = input.attributes('aria-activedescendant') ?? ''
  expect(wrapper.get(`#${active}`).text()).toContain('友谊花园19栋3单元502')
  await input.trigger('keydown', { key: 'Enter' })
  expect(input.element.value).toBe('友谊花园19栋3单元502')
  expect(wrapper.emitted('choose')?.[0]).toEqual([book[1]])
  expect(wrapper.findAll('[role=option]')).toHaveLength(0)
})

test('leaves Enter to the form while nothing is chosen, and closes by Escape', async () => {
  const { wrapper, input } = await written('友谊')
  const enter = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, bubbles: true })
  input.element.dispatchEvent(enter)
  expect(enter.defaultPrevented).toBe(false)
  expect(wrapper.emitted('choose')).toBeUndefined()
  await input.trigger('keydown', { key: 'Escape' })
  expect(input.attributes('aria-expanded')).toBe('false')
  expect(input.element.value).toBe('友谊')
})

test('takes an address that the book does not know as it is', async () => {
  const { wrapper, input, requests } = await written('北京市海淀区某路1号')
  expect(requests).toHaveLength(1)
  await input.setValue('')
  vi.advanceTimersByTime(250)
  await flushPromises()
  expect(requests).toHaveLength(1)
  expect(wrapper.findAll('[role=option]')).toHaveLength(0)
})
