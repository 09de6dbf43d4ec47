import type { Division } from './api'

const DIGITS = '零一二三四五六七八九'
const NUMERAL = /[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]/g

/** 二十一 as 21: addresses on cards are written with digits, names of communities with words. */
function withDigits(text: string): string {
  return text.replace(NUMERAL, (words) => {
    const [tens, ones] = words.includes('十') ? words.split('十') : ['', words]
    const ten = words.includes('十') ? (tens ? DIGITS.indexOf(tens) : 1) : 0
    return String(ten * 10 + (ones ? DIGITS.indexOf(ones) : 0))
  })
}

/** 少先20 is named by 少先20号街坊 and not by 少先201号. */
function names(address: string, name: string): boolean {
  const end = /\d$/.test(name) ? '(?!\\d)' : ''
  return new RegExp(name + end).test(address)
}

/** The community an address names, the one named at greatest length; none when it names none. */
export function communityOf(address: string, divisions: readonly Division[]): Division | undefined {
  const plain = withDigits(address)
  const named = divisions
    .map((division) => ({ division, name: withDigits(division.shortNames.zh).replace(/社区$/, '') }))
    .filter(({ name }) => name.length > 1 && names(plain, name))
  return named.sort((one, other) => other.name.length - one.name.length)[0]?.division
}
