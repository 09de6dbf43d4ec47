import { expect, test } from 'vitest'
import { CALM } from '@/shared/testing'
import { isLoading, standOf, toneOf } from './standing'

test('tells the gravest first', () => {
  const grave = { ...CALM, block: 'unsent-too-long' as const, failure: 'offline' as const }
  expect(standOf(grave, false)).toEqual({ say: 'block', why: 'unsent-too-long' })
  expect(standOf({ ...CALM, halt: 'signed-out' }, false)).toEqual({ say: 'halt', why: 'signed-out' })
  expect(standOf({ ...CALM, unsentTooOld: true }, true)).toEqual({ say: 'tooOld' })
})

test('is offline when the phone says so, or when the server does not answer', () => {
  expect(standOf(CALM, false)).toEqual({ say: 'offline' })
  expect(standOf({ ...CALM, failure: 'offline' }, true)).toEqual({ say: 'offline' })
})

test('is calm only when everything is sent', () => {
  expect(standOf({ ...CALM, unsent: { changes: 1, photos: 0 } }, true)).toEqual({ say: 'unsent' })
  expect(standOf(CALM, true)).toEqual({ say: 'calm' })
  expect(toneOf({ say: 'calm' })).toBe('calm')
  expect(toneOf({ say: 'block', why: 'storage-low' })).toBe('bad')
})

test('is loading until the first scopes are there, unless nothing will come', () => {
  expect(isLoading({ ...CALM, scopes: [] })).toBe(true)
  expect(isLoading({ ...CALM, scopes: [], failure: 'offline' })).toBe(false)
  expect(isLoading(CALM)).toBe(false)
})
