import { expect, test } from 'vitest'
import { LARGEST_BYTES, named, refusalOf } from './takes'

const file = (name: string, type: string, size = 3) => new File([new Uint8Array(size)], name, { type })

test('sends pictures and PDF, and says at once what would be refused', () => {
  expect(refusalOf(file('a.jpg', 'image/jpeg'))).toBeUndefined()
  expect(refusalOf(file('a.pdf', 'application/pdf'))).toBeUndefined()
  expect(refusalOf(file('a.heic', 'image/heic'))).toBe('type')
  expect(refusalOf(file('a.png', 'image/png', LARGEST_BYTES + 1))).toBe('large')
})

test('names what was pasted by its time', () => {
  const at = new Date('2026-03-02T01:02:03Z')
  expect(named(file('image.png', 'image/png'), at).name).toBe('20260302010203.png')
  expect(named(file('lease.jpg', 'image/jpeg'), at).name).toBe('lease.jpg')
})
