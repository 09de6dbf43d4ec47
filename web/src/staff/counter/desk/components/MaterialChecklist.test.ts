import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import type { Material, MaterialState } from '../api'
import scans from '@/staff/counter/scans'
import desk from '../index'
import { noNotes, type MaterialNotes } from '../materials'
import MaterialChecklist from './MaterialChecklist.vue'

addMessages(desk.name, desk.messages)
addMessages(scans.name, scans.messages)

const material = (code: string, facts: Partial<Material> = {}): Material => ({
  code,
  names: { zh: code, en: code },
  form: 'ORIGINAL',
  medium: 'PAPER',
  copies: 0,
  required: true,
  mayFollow: false,
  mayBeCommitted: false,
  source: 'APPLICANT',
  bring: true,
  ...facts,
})

const MATERIALS = [
  material('lease', { mayFollow: true, mayBeCommitted: true }),
  material('photo'),
  material('register', { source: 'DISTRICT_HELD', bring: false }),
]

function checklist() {
  const states: Record<string, MaterialState> = { lease: 'MISSING', photo: 'MISSING', register: 'HELD' }
  const wrapper = mount(MaterialChecklist, {
    props: {
      materials: MATERIALS,
      held: new Set<string>(),
      faults: () => undefined,
      states,
      consent: true,
      notes: noNotes(),
      'onUpdate:states': (next: Record<string, MaterialState>) => wrapper.setProps({ states: next }),
      'onUpdate:notes': (next: MaterialNotes) => wrapper.setProps({ notes: next }),
      'onUpdate:consent': (next: boolean) => wrapper.setProps({ consent: next }),
    },
    attachTo: document.body,
  })
  const row = (index: number) => wrapper.findAll<HTMLSelectElement>('select.state')[index]
  return { wrapper, row, states: () => wrapper.props('states'), notes: () => wrapper.props('notes') }
}

test('space ticks a material off and goes on to the next', async () => {
  const { row, states } = checklist()
  row(0)?.element.focus()
  await row(0)?.trigger('keydown', { key: ' ' })
  expect(states().lease).toBe('PRESENT')
  expect(document.activeElement).toBe(row(1)?.element)
})

test('a letter does nothing where the item does not allow it', async () => {
  const { row, states } = checklist()
  await row(1)?.trigger('keydown', { key: 'f' })
  expect(states().photo).toBe('MISSING')
  await row(0)?.trigger('keydown', { key: 'f' })
  expect(states().lease).toBe('FOLLOWS')
  await row(0)?.trigger('keydown', { key: 'c' })
  expect(states().lease).toBe('COMMITTED')
})

test('what the district holds is never asked for', () => {
  const { row } = checklist()
  const offered = row(2)
    ?.findAll('option')
    .map((option) => option.attributes('value'))
  expect(offered).toEqual(['HELD', 'MISSING'])
})

test('one key ticks off the rest at once and goes on', async () => {
  const { wrapper, states } = checklist()
  await wrapper.find('button.all').trigger('click')
  expect(states()).toEqual({ lease: 'PRESENT', photo: 'PRESENT', register: 'HELD' })
  expect(wrapper.emitted('done')).toHaveLength(1)
})

test('what is said to be missing is said why, and what follows has a day', async () => {
  const { wrapper, row, notes } = checklist()
  expect(wrapper.find('.lack-fields').exists()).toBe(false)
  await row(1)?.trigger('keydown', { key: 'x' })
  await wrapper.find('.lack-fields select').setValue('EXPIRED')
  expect(notes().lacks.photo).toEqual({ fault: 'EXPIRED', words: '' })
  await row(0)?.trigger('keydown', { key: 'f' })
  expect(wrapper.find('input[type=date]').element).toHaveProperty('value', notes().followUntil)
})
