import { expect, test } from 'vitest'
import { agentOf } from './agent'

test('says browser and system in the words people use', () => {
  expect(
    agentOf(
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    ),
  ).toEqual({ program: 'Edge 140', system: 'Windows' })
  expect(
    agentOf(
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36',
    ),
  ).toEqual({ program: 'Chrome 138', system: 'Linux' })
})

test('says nothing about what it does not know', () => {
  expect(agentOf('curl/8.5.0')).toEqual({ program: '', system: '' })
})
