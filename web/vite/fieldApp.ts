import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** What the field app's page needs besides what its script names. */
const BESIDES = [
  '/field.html',
  '/favicon.svg',
  '/field/manifest.json',
  '/field/icon-180.png',
  '/field/icon-192.png',
  '/field/icon-512.png',
  '/field/icon-maskable-512.png',
]

interface Piece {
  type: 'chunk' | 'asset'
  fileName: string
  name?: string
  code?: string
  imports?: string[]
  dynamicImports?: string[]
  viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> }
}

/** Every file that the field app may come to need, however deep. */
function filesOf(bundle: Record<string, Piece>, entry: Piece): string[] {
  const found = new Set<string>()
  const look = (piece: Piece | undefined): void => {
    if (!piece || found.has(piece.fileName)) return
    found.add(piece.fileName)
    for (const file of piece.viteMetadata?.importedCss ?? []) found.add(file)
    for (const file of piece.viteMetadata?.importedAssets ?? []) found.add(file)
    for (const file of [...(piece.imports ?? []), ...(piece.dynamicImports ?? [])]) look(bundle[file])
  }
  look(entry)
  return [...found].map((file) => `/${file}`)
}

/** Writes into the field app's worker which files to keep on the phone. */
export function fieldApp(page: string): Plugin {
  return {
    name: 'linli-field-app',
    enforce: 'post',
    generateBundle(_options, output) {
      const bundle = output as unknown as Record<string, Piece>
      const pieces = Object.values(bundle)
      const worker = pieces.find((piece) => piece.fileName === 'field/worker.js')
      const entry = pieces.find((piece) => piece.type === 'chunk' && piece.name === 'field')
      if (!worker?.code || !entry) throw new Error('the build has no field app')
      const files = [...BESIDES, ...filesOf(bundle, entry)].sort()
      const version = createHash('sha256')
        .update(files.join('\n') + readFileSync(page, 'utf8'))
        .digest('hex')
        .slice(0, 12)
      worker.code = worker.code
        .replace(/(["'`])__LINLI_FIELD_FILES__\1/, () => JSON.stringify(JSON.stringify(files)))
        .replace('__LINLI_FIELD_VERSION__', version)
    },
  }
}

const ICON_FONT = /url\(\s*["']?data:font\/woff2[^,]*;base64,([A-Za-z0-9+/=]+)["']?\s*\)/
const OUTSIDE = /,\s*url\(\s*["']?(?:https?:)?\/\/[^)]*\)\s*format\([^)]*\)/g

/**
 * Vant keeps its icon font inside its style, with one on another host behind it. Neither may be loaded under our content
 * policy, and closed networks have no other host: the font becomes a file of ours.
 */
export function vantIcons(): Plugin {
  return {
    name: 'linli-vant-icons',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!/\/vant\/(?:es|lib)\/icon\/index\.css(?:$|\?)/.test(id)) return undefined
      const font = ICON_FONT.exec(code)?.[1]
      if (!font) throw new Error(`${id} has no icon font inside it any more`)
      const file = this.emitFile({
        type: 'asset',
        name: 'vant-icon.woff2',
        source: Buffer.from(font, 'base64'),
      })
      return code.replace(ICON_FONT, `url("__VITE_ASSET__${file}__")`).replace(OUTSIDE, '')
    },
  }
}
