/** A dwelling as its address needs it. */
export interface Addressed {
  compoundName?: string
  building?: string
  unit?: string
  floor?: number
  room?: string
}

const BARE = /^[0-9A-Za-z]+$/
const NUMERAL = /[零〇一二三四五六七八九十百]+/g
const COUNTED = '号栋幢座楼单层室户门街'
const DIGITS = '零一二三四五六七八九'
const ENDING = /(?<=.)(?:小区|社区|居住区|住宅区|号街坊|街坊|号院|号)+$/
const NAMED = /^(.*?(?:小区|号街坊|街坊|号院|花园|家园|新村|嘎查))(.*)$/
const WORDS_THEN_NUMBERS = /^([^0-9]+?)[\s-]*([0-9].*)?$/
/** The floor tells nothing that the room does not: 3单元5楼502. */
const FLOOR = /[0-9]+(?:层|(?<!号)楼)(?=.*[0-9])/g
const PART = /[0-9]+[a-z]?/g

/** A number gets its word; 3号楼 and A座 have theirs. */
const worded = (part: string, word: string) => (BARE.test(part) ? part + word : part)

/** The address as it is written: 友谊小区19栋3单元502. */
export function writtenAddress({
  compoundName = '',
  building = '',
  unit = '',
  room = '',
}: Addressed): string {
  return compoundName + worded(building, '栋') + worded(unit, '单元') + room
}

/** The door inside its building: 3单元502. */
export function writtenDoor({ unit = '', room = '' }: Addressed): string {
  return worded(unit, '单元') + room
}

/** The building inside its cell: 友谊小区19栋. */
export function writtenBuilding({ compoundName = '', building = '' }: Addressed): string {
  return compoundName + worded(building, '栋')
}

function numberOf(numeral: string): number {
  let total = 0
  let digit = 0
  for (const character of numeral) {
    const value = DIGITS.indexOf(character === '〇' ? '零' : character)
    if (value >= 0) digit = digit === 0 ? value : digit * 10 + value
    else {
      total += (digit === 0 ? 1 : digit) * (character === '十' ? 10 : 100)
      digit = 0
    }
  }
  return total + digit
}

/** Numbers in characters become digits; a lone one before a word that is not counted, as in 三江, stays. */
function withDigits(text: string): string {
  return text.replace(NUMERAL, (numeral, start: number) => {
    const next = text[start + numeral.length]
    const alone =
      numeral.length === 1 && next !== undefined && text[start - 1] !== '第' && !COUNTED.includes(next)
    return alone ? numeral : String(numberOf(numeral))
  })
}

const plainly = (text: string) => text.normalize('NFKC').trim().toLowerCase()

/** The name of a compound as it is looked for; what is typed is the beginning of it. */
export function compoundKey(name: string): string {
  return withDigits(
    plainly(name)
      .replace(/[\s·()"“”-]/g, '')
      .replace(ENDING, ''),
  )
}

/** Building, unit and room as people say them: 19-3-502. */
export function doorKey({ building = '', unit = '', room = '' }: Addressed): string {
  return [building, unit, room]
    .map((part) =>
      withDigits(plainly(part).replace(/\s|号楼|单元|[号栋幢座楼门室户#]/g, '')).replace(/^0+(?=[0-9])/, ''),
    )
    .filter((part) => part !== '')
    .join('-')
}

/** One way to understand what was said: beginning of a compound's name or initials, and of a door. */
export interface Said {
  compound: string
  door: string
}

const partsOf = (door: string) =>
  (door.replace(FLOOR, '').match(PART) ?? []).map((part) => part.replace(/^0+(?=[0-9])/, ''))

/** What may have been meant, the likeliest first: 友谊19-3-502, 19-3-502, 钢23 6-2-301. */
export function readingsOf(text: string): Said[] {
  const plain = withDigits(plainly(text))
  if (/^[0-9]/.test(plain)) return [{ compound: '', door: partsOf(plain).join('-') }]
  const named = NAMED.exec(plain)
  if (named) return [{ compound: compoundKey(named[1] ?? ''), door: partsOf(named[2] ?? '').join('-') }]
  const said = WORDS_THEN_NUMBERS.exec(plain)
  if (!said) return []
  const name = compoundKey(said[1] ?? '')
  const [first, ...others] = partsOf(said[2] ?? '')
  if (first === undefined) return [{ compound: name, door: '' }]
  return [
    { compound: name, door: [first, ...others].join('-') },
    { compound: name + first, door: others.join('-') },
  ]
}
