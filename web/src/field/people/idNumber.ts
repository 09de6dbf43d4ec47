const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

export interface IdFacts {
  birth: string
  sex: 'MALE' | 'FEMALE'
}

/** What an identity number (GB 11643) tells, or undefined when it cannot be one. */
export function idFacts(number: string): IdFacts | undefined {
  const plain = number.trim().toUpperCase()
  if (!/^\d{17}[\dX]$/.test(plain)) return undefined
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(plain[at]), 0)
  if (CHECKS[sum % 11] !== plain[17]) return undefined
  const birth = `${plain.slice(6, 10)}-${plain.slice(10, 12)}-${plain.slice(12, 14)}`
  const day = new Date(`${birth}T00:00:00Z`)
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== birth) return undefined
  return { birth, sex: Number(plain[16]) % 2 === 1 ? 'MALE' : 'FEMALE' }
}
