const HAN = /[\u2e80-\uffef]/

/** Breaks a text into lines of so many half-width signs, at blanks where there are any; the last line is cut with an ellipsis. */
export function lines(text: string, width: number, most: number): string[] {
  const parts = HAN.test(text) ? [...text] : text.split(/(?<= )/)
  const broken: string[] = ['']
  for (const part of parts) {
    const last = broken[broken.length - 1] ?? ''
    if (widthOf(last + part.trimEnd()) <= width || last === '') broken[broken.length - 1] = last + part
    else broken.push(part)
  }
  if (broken.length <= most) return broken.map((line) => line.trim())
  const kept = broken.slice(0, most).map((line) => line.trim())
  kept[most - 1] = `${kept[most - 1] ?? ''}…`
  return kept
}

function widthOf(text: string): number {
  return [...text].reduce((width, sign) => width + (HAN.test(sign) ? 2 : 1), 0)
}
