import csv from '../../../../server/src/main/resources/data/registry/codes.csv?raw'
import type { Names } from '@/shared/i18n'

/** Code lists of the national standards, from the very file that the server reads: a form needs them without a network. */
export type CodeTable = 'marital-status' | 'education' | 'relation' | 'inflow-reason'

export interface Code {
  code: string
  names: Names
}

function read(text: string): Map<string, Code[]> {
  const tables = new Map<string, Code[]>()
  for (const line of text.trim().split(/\r?\n/).slice(1)) {
    const [table = '', code = '', zh = '', en = ''] = line.split(',')
    const one = { code, names: { zh, en } }
    const list = tables.get(table)
    if (list) list.push(one)
    else tables.set(table, [one])
  }
  return tables
}

const TABLES = read(csv)

/** In the order of the standard. */
export const codesOf = (table: CodeTable): readonly Code[] => TABLES.get(table) ?? []
