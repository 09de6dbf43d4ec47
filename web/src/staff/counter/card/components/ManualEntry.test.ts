import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import card from '../index'
import ManualEntry from './ManualEntry.vue'

addMessages(card.name, card.messages)

async function typed(number: string, name: string) {
  const entry = mount(ManualEntry, { attachTo: document.body })
  const [first, second] = entry.findAll('input')
  await first?.setValue(number)
  await second?.setValue(name)
  return entry
}

test('says at once that a whole number does not check', async () => {
  const entry = await typed('150203198808081230', '')
  expect(entry.find('.fault').text()).toContain('校验位不符')
})

test('hands over a document that checks, with the birth date from its number', async () => {
  const entry = await typed('150203 19880808 1237', '孙立')
  expect(entry.text()).toContain('1988-08-08')
  await entry.find('form').trigger('submit')
  expect(entry.emitted('entered')).toEqual([
    [{ kind: 'RESIDENT_ID', number: '150203198808081237', name: '孙立', birth: '1988-08-08' }],
  ])
})

test('hands over nothing while something is missing', async () => {
  const entry = await typed('150203198808081237', '')
  await entry.find('form').trigger('submit')
  expect(entry.emitted('entered')).toBeUndefined()
  expect(entry.find('.fault').text()).toBe('请输入姓名。')
})
