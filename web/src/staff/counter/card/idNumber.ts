/** What is wrong with a citizen identity number (GB 11643), as the key of a message; nothing when it is right. */
export type NumberFault = 'missing' | 'length' | 'characters' | 'birth' | 'checksum'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** The number as the server takes it: half-width, no blanks, capital X; one of 15 digits is brought to 18. */
export function normalNumber(typed: string): string {
  const text = typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  if (!/^\d{15}$/.test(text)) return text
  const longer = `${text.slice(0, 6)}19${text.slice(6)}`
  return longer + checkOf(longer)
}

export function birthOf(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
}

export function faultOf(typed: string, today = new Date()): NumberFault | undefined {
  const number = normalNumber(typed)
  if (!number) return 'missing'
  if (number.length !== 18) return 'length'
  if (!/^\d{17}[\dX]$/.test(number)) return 'characters'
  const birth = new Date(`${birthOf(number)}T00:00:00Z`)
  const real = !Number.isNaN(birth.getTime()) && birth.toISOString().startsWith(birthOf(number))
  if (!real || birth > today || birth.getUTCFullYear() < 1850) return 'birth'
  return checkOf(number) === number[17] ? undefined : 'checksum'
}

function checkOf(number: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  return CHECKS.charAt(sum % 11)
}
