import type { Evidence, Values } from '@/shared/offline'
import type { Category, GridEvent, Level } from '@/field/records'

/** A report as it is being written. */
export interface Report {
  category?: string
  group?: string
  level: Level
  description: string
  placeText: string
  position?: Evidence
  photos: readonly string[]
  selfHandled: boolean
  doneNote: string
  donePhotos: readonly string[]
  scope?: string
}

export const LEVELS = ['NORMAL', 'URGENT'] as const satisfies readonly Level[]

/** What is urgent is nobody's to close on the spot. */
export const mayBeMended = (report: Report, category: Category | undefined): boolean =>
  category?.selfHandling === true && report.level === 'NORMAL'

export const newReport = (): Report => ({
  level: LEVELS[0],
  description: '',
  placeText: '',
  photos: [],
  selfHandled: false,
  doneNote: '',
  donePhotos: [],
})

/** Where one stands and which cell that is fill themselves in. */
export const isBegun = (report: Report): boolean =>
  Boolean(report.group || report.category || report.description || report.placeText) ||
  report.photos.length > 0 ||
  report.donePhotos.length > 0

export type Lack = 'category' | 'description' | 'place' | 'photos' | 'doneNote' | 'donePhotos'

/** What is still missing before it can be sent; a place is said or measured, and some categories need photos. */
export function lacksOf(report: Report, category?: Category): Set<Lack> {
  const lacks = new Set<Lack>()
  if (!report.category) lacks.add('category')
  if (!report.description.trim()) lacks.add('description')
  if (!report.position && !report.placeText.trim()) lacks.add('place')
  if (category?.photos && report.photos.length === 0) lacks.add('photos')
  if (report.selfHandled && !report.doneNote.trim()) lacks.add('doneNote')
  if (report.selfHandled && report.donePhotos.length === 0) lacks.add('donePhotos')
  return lacks
}

/** The event as the server takes it. */
export function valuesOf(report: Report): Record<string, unknown> {
  const { position } = report
  return {
    category: report.category,
    level: report.level,
    description: report.description.trim(),
    placeText: report.placeText.trim() || undefined,
    lon: position?.lon,
    lat: position?.lat,
    accuracy: position?.accuracy,
    photos: report.photos.map((id) => ({ id, stage: 'BEFORE' })),
    ...(report.selfHandled
      ? {
          selfHandled: {
            note: report.doneNote.trim(),
            photos: report.donePhotos.map((id) => ({ id, stage: 'AFTER' })),
          },
        }
      : {}),
  }
}

/** A report that was refused, to be put right; its photos went with it and are taken anew. */
export function reportOf(values: Values): Report {
  const { category, level, description, placeText, lon, lat, accuracy } = values as Partial<GridEvent>
  return {
    ...newReport(),
    category,
    level: level ?? LEVELS[0],
    description: description ?? '',
    placeText: placeText ?? '',
    position: lon === undefined || lat === undefined ? undefined : { lon, lat, accuracy: accuracy ?? 0 },
  }
}
