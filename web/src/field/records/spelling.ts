/** The first character of each initial letter, in the order of the pinyin collation. */
const FIRSTS = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀'
const LETTERS = 'abcdefghjklmnopqrstwxyz'
const HAN = /\p{Script=Han}/u
const ORDER = new Intl.Collator('zh-u-co-pinyin')

/** Surnames that are read otherwise than the same character elsewhere. */
const SURNAMES: Record<string, string> = {
  单: 's',
  曾: 'z',
  解: 'x',
  仇: 'q',
  区: 'o',
  朴: 'p',
  查: 'z',
  翟: 'z',
  盖: 'g',
  乐: 'y',
  洗: 'x',
  员: 'y',
  种: 'c',
  重: 'c',
  尉: 'y',
}
const LONGEST_WITH_SURNAME = 3

const known = new Map<string, string>()

function letterOf(character: string): string {
  if (!HAN.test(character)) return /[a-z0-9]/i.test(character) ? character.toLowerCase() : ''
  const before = known.get(character)
  if (before !== undefined) return before
  let letter = ''
  for (let at = FIRSTS.length - 1; at >= 0 && letter === ''; at--)
    if (ORDER.compare(character, FIRSTS[at] ?? '') >= 0) letter = LETTERS[at] ?? ''
  known.set(character, letter)
  return letter
}

/** First letters of any name; a number counts as a whole: 少先21号街坊 is sx21hjf. */
export function initialsOf(text: string): string {
  return Array.from(text.normalize('NFKC'), letterOf).join('')
}

/** First letters of a person's name, surnames as surnames; a longer name, as Mongolian ones are, has none. */
export function initialsOfName(name: string): string {
  const characters = Array.from(name.normalize('NFKC').trim())
  const surname = characters.length <= LONGEST_WITH_SURNAME ? SURNAMES[characters[0] ?? ''] : undefined
  return surname === undefined ? initialsOf(name) : surname + initialsOf(characters.slice(1).join(''))
}
