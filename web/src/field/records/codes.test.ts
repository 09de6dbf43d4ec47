import { expect, test } from 'vitest'
import { codesOf } from './codes'

test.each(['marital-status', 'education', 'relation', 'inflow-reason'] as const)(
  'has the %s codes in both languages',
  (table) => {
    const codes = codesOf(table)
    expect(codes.length).toBeGreaterThan(5)
    for (const { code, names } of codes) {
      expect(code).toMatch(/^\d{2}$/)
      expect(names.zh).toMatch(/\p{Script=Han}/u)
      expect(names.en).toMatch(/^[A-Z]/)
    }
  },
)
