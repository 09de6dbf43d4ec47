import { expect, test } from 'vitest'
import type { Division } from './api'
import { communityOf } from './community'

const community = (code: string, zh: string) =>
  ({ code, names: { zh, en: zh }, shortNames: { zh, en: zh } }) as unknown as Division

const COMMUNITIES = [
  community('150203001015', '少先二十一号街坊社区'),
  community('150203001016', '少先二十二街坊花园小区社区'),
  community('150203001026', '少先二十社区'),
  community('150203001018', '钢二十三号街坊社区'),
]

test('finds the community that a card’s address names with digits', () => {
  const of = (address: string) => communityOf(address, COMMUNITIES)?.code
  expect(of('内蒙古包头市昆都仑区少先21号街坊14栋3单元201号')).toBe('150203001015')
  expect(of('内蒙古包头市昆都仑区少先20号街坊8栋1单元502号')).toBe('150203001026')
  expect(of('内蒙古包头市昆都仑区钢23号街坊2栋4单元301号')).toBe('150203001018')
})

test('guesses nothing where no community is named', () => {
  expect(communityOf('内蒙古包头市昆都仑区少先路201号', COMMUNITIES)).toBeUndefined()
  expect(communityOf('内蒙古包头市青山区某街', COMMUNITIES)).toBeUndefined()
})
