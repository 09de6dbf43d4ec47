import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import houseEn from '@/shared/i18n/messages.en'
import houseZh from '@/shared/i18n/messages.zh'
import type { Messages } from '@/shared/i18n'

const SOURCES = import.meta.dirname

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(
      (entry) => entry.isFile() && /\.(vue|ts)$/.test(entry.name) && !/\.(test|d)\.ts$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
}

function keysOf(messages: Messages, prefix: string): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
  )
}

interface Face {
  default: { name: string; messages: Record<'zh' | 'en', Messages> }
}

async function everyModule() {
  const faces = import.meta.glob<Face>([
    './{staff,hall,resident,field}/*/index.ts',
    './staff/counter/*/index.ts',
    './staff/casework/*/index.ts',
    './staff/registry/*/index.ts',
    './staff/grid/*/index.ts',
    './staff/sync/*/index.ts',
    './staff/wearables/*/index.ts',
    './staff/eldercare/*/index.ts',
    '!./staff/shell/index.ts',
  ])
  const found = await Promise.all(Object.values(faces).map(async (load) => (await load()).default))
  const shell = {
    zh: (await import('@/staff/shell/messages.zh')).default,
    en: (await import('@/staff/shell/messages.en')).default,
  }
  return [...found, { name: 'shell', messages: shell }, { name: '', messages: { zh: houseZh, en: houseEn } }]
}

async function allKeys(language: 'zh' | 'en'): Promise<string[]> {
  const modules = await everyModule()
  return modules
    .flatMap(({ name, messages }) => keysOf(messages[language], name === '' ? '' : `${name}.`))
    .sort()
}

const sources = files(SOURCES).filter((file) => !/messages\.(zh|en)\.ts$/.test(file))
const text = sources.map((file) => readFileSync(file, 'utf8')).join('\n')
/** Every quoted dotted word, and the fixed beginnings of template strings such as `desk.state.${state}`. */
const words = new Set(
  [...text.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/g)].map((match) => match[1] ?? ''),
)
const beginnings = [...text.matchAll(/`([a-z][\w-]*(?:\.[\w-]+)*\.)\$\{/g)].map((match) => match[1] ?? '')
/** What the house offers to modules, whether or not one takes it today. */
const OFFERED = /^house\.(search|refresh|count|optional)$|^shell\.menu\./

test('every text is there in both languages', async () => {
  expect(await allKeys('en')).toEqual(await allKeys('zh'))
})

test('every text is used', async () => {
  const unused = (await allKeys('zh')).filter(
    (key) =>
      !OFFERED.test(key) && !words.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)),
  )
  expect(unused).toEqual([])
})

test('every key asked for exists', async () => {
  const known = new Set(await allKeys('zh'))
  const asked = [...text.matchAll(/\bt\(\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '')
  expect(asked.filter((key) => !known.has(key))).toEqual([])
  expect(asked.length).toBeGreaterThan(20)
})

test('Chinese texts are Chinese and English texts are not', async () => {
  const han = /\p{Script=Han}/u
  for (const { name, messages } of await everyModule()) {
    const english = JSON.stringify({ ...messages.en, house: undefined })
    expect(han.test(english), `${name} in English`).toBe(false)
  }
})

test('Chinese texts have Chinese punctuation', async () => {
  const half = /\p{Script=Han}[,;?!()]|\p{Script=Han}:(?!\/)|[,;?!()]\p{Script=Han}/u
  for (const { name, messages } of await everyModule()) {
    const texts = JSON.stringify(Object.values(messages.zh)).match(/"[^"]*"(?=[,}\]])/g) ?? []
    expect(
      texts.filter((text) => half.test(text)),
      name,
    ).toEqual([])
  }
})
