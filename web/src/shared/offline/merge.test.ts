import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import corpus from '../../../../server/src/test/resources/sync/merge-corpus.json'
import { merge, type Patch, type Unit } from './testing/merge'

const units = corpus.units as Unit[]

describe('the corpus shared with the server', () => {
  test.each(corpus.cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const patch = one.patch as unknown as Patch
    const standing = { units, current: one.current, movedOn: one.movedOn, underReview: one.underReview }
    if (one.refused !== undefined) {
      expect(() => merge(patch, standing)).toThrow(one.refused)
      return
    }
    expect(merge(patch, standing)).toEqual({ values: one.values, reviews: one.reviews, met: one.met })
  })
})

const value = fc.constantFrom('a', 'b', 'c')
const person = fc.record({ name: value, sex: value, birth: value, phone: value, education: value })
type Person = Record<string, string>

/** The patch of somebody who saw `seen` and names whole units. */
function patchOf(seen: Person, wanted: Person): Patch {
  const touched = units.filter((unit) => unit.fields.some((field) => seen[field] !== wanted[field]))
  const fields = touched.flatMap((unit) => unit.fields)
  return Object.fromEntries(fields.map((field) => [field, { base: seen[field], new: wanted[field] }]))
}

const apply = (current: Person, patch: Patch) => {
  const standing = { units, current, movedOn: true, underReview: [] }
  const merged = merge(patch, standing)
  return { ...merged, after: { ...current, ...merged.values } as Person }
}

test('edits of different units come to the same in either order', () => {
  fc.assert(
    fc.property(person, person, person, (seen, one, other) => {
      const mine = { ...seen, name: one.name, sex: one.sex }
      const theirs = { ...seen, phone: other.phone, education: other.education }
      const [a, b] = [patchOf(seen, mine), patchOf(seen, theirs)]
      expect(apply(apply(seen, a).after, b).after).toEqual(apply(apply(seen, b).after, a).after)
    }),
  )
})

test('a unit that is reviewed never mixes two authors', () => {
  fc.assert(
    fc.property(person, person, person, (seen, mine, theirs) => {
      const { after } = apply(theirs, patchOf(seen, mine))
      const identity = (one: Person) => [one.name, one.sex, one.birth].join()
      const legal = [identity(theirs), identity(mine)]
      // What nobody else touched is taken whole; otherwise what stands, stands.
      expect(legal).toContain(identity(after))
    }),
  )
})

test('what nobody else touched is always taken', () => {
  fc.assert(
    fc.property(person, person, (seen, mine) => {
      const { after, reviews } = apply(seen, patchOf(seen, mine))
      expect(reviews).toEqual([])
      expect(after).toEqual(mine)
    }),
  )
})
