/** What every account of the demo has. */
export const PASSWORD = 'Linli-demo-2026'

/** Accounts of the small demo. */
export const CLERK = { name: 'clerk', password: PASSWORD }
export const STATION_HEAD = { name: 'head', password: PASSWORD }
export const SUPERVISOR = { name: 'supervisor', password: PASSWORD }
export const DATA_OFFICER = { name: 'privacy', password: PASSWORD }
export const AGENT = { name: 'agent', password: PASSWORD }

/** What the people of the demo's accounts are called. */
export const PEOPLE = [
  '王芳',
  '张伟',
  '巴特尔',
  '刘玉梅',
  '乌兰',
  '陈秀英',
  '杨磊',
  '周志强',
  '苏日娜',
  '高桂兰',
  '马晓燕',
  '王娟',
  '李勇',
  '白玉兰',
  '赵红梅',
  '孙浩',
  '特木尔',
  '斯琴',
  '李建国',
  '赵敏',
  '其其格',
  '孙丽华',
  '图雅',
  '郭敏',
]

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Adds the check character (GB 11643) to the first 17 digits of a made-up identity number. */
export function idNumber(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return first17 + '10X98765432'[sum % 11]
}

const READER = 'http://127.0.0.1:38088'

/** Lays one of the simulated reader's cards down. */
export async function layCard(card: number): Promise<void> {
  await fetch(`${READER}/simulator/lift`, { method: 'POST' })
  const laid = await fetch(`${READER}/simulator/lay`, { method: 'POST', body: JSON.stringify({ card }) })
  if (!laid.ok) throw new Error(`the simulated reader has no card ${card}`)
}
