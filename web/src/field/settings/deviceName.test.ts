import { expect, test } from 'vitest'
import { deviceName } from './deviceName'

test('names the phone as far as its browser tells', () => {
  const redmi =
    'Mozilla/5.0 (Linux; Android 13; Redmi Note 12 Build/TKQ1) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36'
  expect(deviceName(redmi)).toBe('Redmi Note 12 · Chrome')
  const frozen = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36'
  expect(deviceName(frozen)).toBe('Android · Chrome')
  expect(deviceName('')).toBe('Linli')
})
