/** What the server takes of papers; it looks into the bytes itself and has the last word. */
export const TAKEN: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg,.jpeg',
  'image/png': '.png',
  'application/pdf': '.pdf',
}
/** What the server takes of recorded calls. */
export const SOUND: Readonly<Record<string, string>> = {
  'audio/mpeg': '.mp3',
  'audio/wav': '.wav',
  'audio/x-wav': '.wav',
  'audio/mp4': '.m4a',
  'audio/x-m4a': '.m4a',
}
export const acceptOf = (types: Readonly<Record<string, string>>) => Object.entries(types).flat().join(',')
export const LARGEST_BYTES = 20 * 1024 * 1024

/** Why a file is not even sent: too large, or of a type that is not taken. */
export function refusalOf(file: File, types = TAKEN): 'large' | 'type' | undefined {
  if (file.size > LARGEST_BYTES) return 'large'
  return file.type in types ? undefined : 'type'
}

/** A picture from the clipboard has no name of its own. */
export function named(file: File, at = new Date()): File {
  if (file.name !== '' && file.name !== 'image.png') return file
  const stamp = at.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')
  return new File([file], `${stamp}.${file.type === 'image/jpeg' ? 'jpg' : 'png'}`, { type: file.type })
}
