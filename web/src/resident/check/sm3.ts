/** SM3 digest (GB/T 32905) in lower-case hexadecimal; computed here, so that a file need not leave the device. */
const START = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e]

const turned = (word: number, by: number) => (word << (by & 31)) | (word >>> ((32 - by) & 31))
/** A word that is there: the index stays within the array. */
const at = (words: Int32Array, index: number): number => words[index] ?? 0
const p0 = (word: number) => word ^ turned(word, 9) ^ turned(word, 17)
const p1 = (word: number) => word ^ turned(word, 15) ^ turned(word, 23)

function padded(bytes: Uint8Array): DataView {
  const length = Math.ceil((bytes.length + 9) / 64) * 64
  const all = new Uint8Array(length)
  all.set(bytes)
  all[bytes.length] = 0x80
  const view = new DataView(all.buffer)
  view.setUint32(length - 8, Math.floor(bytes.length / 0x20000000))
  view.setUint32(length - 4, (bytes.length << 3) >>> 0)
  return view
}

function expanded(view: DataView, from: number, words: Int32Array): void {
  for (let j = 0; j < 16; j++) words[j] = view.getInt32(from + j * 4)
  for (let j = 16; j < 68; j++) {
    const near = p1(at(words, j - 16) ^ at(words, j - 9) ^ turned(at(words, j - 3), 15))
    words[j] = near ^ turned(at(words, j - 13), 7) ^ at(words, j - 6)
  }
}

function compressed(state: Int32Array, words: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  for (let j = 0; j < 64; j++) {
    const early = j < 16
    const ss1 = turned((turned(a, 12) + e + turned(early ? 0x79cc4519 : 0x7a879d8a, j % 32)) | 0, 7)
    const ss2 = ss1 ^ turned(a, 12)
    const ff = early ? a ^ b ^ c : (a & b) | (a & c) | (b & c)
    const gg = early ? e ^ f ^ g : (e & f) | (~e & g)
    const tt1 = (ff + d + ss2 + (at(words, j) ^ at(words, j + 4))) | 0
    const tt2 = (gg + h + ss1 + at(words, j)) | 0
    ;[d, c, b, a] = [c, turned(b, 9), a, tt1]
    ;[h, g, f, e] = [g, turned(f, 19), e, p0(tt2)]
  }
  const next = Int32Array.of(a, b, c, d, e, f, g, h)
  for (let i = 0; i < 8; i++) state[i] = at(state, i) ^ at(next, i)
}

export function sm3(bytes: Uint8Array): string {
  const view = padded(bytes)
  const state = Int32Array.from(START.map((word) => word | 0))
  const words = new Int32Array(68)
  for (let from = 0; from < view.byteLength; from += 64) {
    expanded(view, from, words)
    compressed(state, words)
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
