// Collects the licences of what the web ships (dependencies, not development tools) into web/public/licences/web.txt.
// An unknown licence, or one that would bind the whole product, fails the build.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const web = new URL('../web/', import.meta.url).pathname
const lock = JSON.parse(readFileSync(join(web, 'package-lock.json'), 'utf8'))
const allowed = /^(MIT|ISC|Apache-2\.0|BSD-2-Clause|BSD-3-Clause|0BSD|CC0-1\.0|Unlicense|Python-2\.0|BlueOak-1\.0\.0|OFL-1\.1|MPL-2\.0)$/

const rows = []
const refused = []
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === '' || entry.dev || entry.optional) continue
  const folder = join(web, path)
  if (!existsSync(folder)) continue
  const own = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const licence = typeof own.license === 'string' ? own.license : (own.license?.type ?? own.licenses?.[0]?.type ?? 'unknown')
  const parts = licence.replace(/[()]/g, '').split(/ (?:OR|AND) /)
  if (!parts.some((part) => allowed.test(part))) refused.push(`${own.name} ${own.version}: ${licence}`)
  rows.push(`${own.name} ${own.version} (${licence})`)
}
if (refused.length > 0) {
  console.error(`Licences that need a look:\n${refused.join('\n')}`)
  process.exit(1)
}
mkdirSync(join(web, 'public/licences'), { recursive: true })
writeFileSync(join(web, 'public/licences/web.txt'), `${[...new Set(rows)].sort().join('\n')}\n`)
console.log(`${rows.length} licences collected`)
