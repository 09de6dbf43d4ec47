import { expect, test } from 'vitest'
import { sm3 } from './sm3'

const bytes = (text: string) => new TextEncoder().encode(text)

test('gives the digests of the standard', () => {
  expect(sm3(bytes('abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  expect(sm3(bytes('abcd'.repeat(16)))).toBe(
    'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
  )
})

test('knows the digest of nothing', () => {
  expect(sm3(bytes(''))).toBe('1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b')
})
