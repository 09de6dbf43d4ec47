import jsQR from 'jsqr'
import type { Locator } from 'playwright-core'

interface Shades {
  width: number
  height: number
  /** One byte a pixel, in Base64. */
  shades: string
}

/** What the QR code in a picture says, read from its pixels as a camera would. */
export async function readQr(picture: Locator): Promise<string> {
  const { width, height, shades } = await picture.evaluate(async (image): Promise<Shades> => {
    const shown = image as HTMLImageElement
    await shown.decode()
    const canvas = new OffscreenCanvas(shown.naturalWidth, shown.naturalHeight)
    const drawing = canvas.getContext('2d')
    if (!drawing) throw new Error('the browser has no canvas')
    drawing.drawImage(shown, 0, 0)
    const { data } = drawing.getImageData(0, 0, canvas.width, canvas.height)
    let text = ''
    for (let at = 0; at < data.length; at += 4) text += String.fromCharCode(data[at] ?? 0)
    return { width: canvas.width, height: canvas.height, shades: btoa(text) }
  })
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255)
  Buffer.from(shades, 'base64').forEach((shade, at) => pixels.fill(shade, at * 4, at * 4 + 3))
  const code = jsQR(pixels, width, height)
  if (!code) throw new Error('no QR code is found in the picture')
  return code.data
}
