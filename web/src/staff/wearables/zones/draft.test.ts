import { expect, test } from 'vitest'
import { DAYS, draftOf, formOf, isDrawn, isOn, newDraft, NIGHTS } from './draft'

const HOME = { lon: 109.83, lat: 40.65 }

test('a new zone is a circle around the last position, ready to be saved', () => {
  const draft = newDraft(HOME)
  expect(isDrawn(draft)).toBe(true)
  expect(formOf({ ...draft, name: '家' })).toEqual({
    name: '家',
    centre: HOME,
    radius: 300,
    leaving: true,
    entering: false,
    hours: undefined,
  })
  expect(isDrawn(newDraft(undefined))).toBe(false)
})

test('a polygon is drawn once it has three corners, and sends no circle', () => {
  const draft = { ...newDraft(HOME), kind: 'polygon' as const, corners: [HOME, HOME] }
  expect(isDrawn(draft)).toBe(false)
  const three = { ...draft, corners: [HOME, HOME, HOME] }
  expect(isDrawn(three)).toBe(true)
  expect(formOf(three)).not.toHaveProperty('centre')
})

test('a zone that is changed keeps what it has', () => {
  const draft = draftOf({
    id: 7,
    name: '小区',
    corners: [HOME, HOME, HOME],
    leaving: true,
    entering: true,
    hours: { days: 5, from: '22:00:00', to: '06:30:00' },
  })
  expect(draft).toMatchObject({ id: 7, kind: 'polygon', hours: { days: 5, from: '22:00', to: '06:30' } })
  expect(DAYS.filter(({ bit }) => isOn(5, bit)).map(({ name }) => name)).toEqual(['mon', 'wed'])
  expect(DAYS.every(({ bit }) => isOn(NIGHTS.days, bit))).toBe(true)
})
