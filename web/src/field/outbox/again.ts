import type { RouteLocationRaw } from 'vue-router'
import type { KeptEntry } from '@/shared/offline'

/** The form in which a refused change is put right, filled in as it was sent; undefined when there is nothing to fill in. */
export function formFor(entry: KeptEntry): RouteLocationRaw | undefined {
  const query = { again: entry.mutation }
  const id = entry.entity
  if (entry.op === 'create') {
    if (entry.type === 'person') return { name: 'person-new', query }
    if (entry.type === 'dwelling') return { name: 'dwelling-new', query }
    if (entry.type === 'event') return { name: 'report', query }
    return undefined
  }
  if (entry.op === 'patch') {
    if (entry.type === 'person') return { name: 'person-edit', params: { id }, query }
    if (entry.type === 'dwelling') return { name: 'dwelling-edit', params: { id }, query }
    if (entry.type === 'household') return { name: 'household-act', params: { id, act: 'number' }, query }
    return undefined
  }
  if (entry.type === 'event') return { name: 'event', params: { id } }
  if (entry.type === 'person' && entry.command)
    return { name: 'person-act', params: { id, act: entry.command }, query }
  if (entry.type === 'household' && entry.command)
    return { name: 'household-act', params: { id, act: entry.command }, query }
  return undefined
}

const SHOWN = new Set(['person', 'household', 'dwelling', 'event', 'visit'])

/** The screen of what a change is about. */
export const screenOf = (type: string, id: string): RouteLocationRaw | undefined =>
  SHOWN.has(type) ? { name: type, params: { id } } : undefined
