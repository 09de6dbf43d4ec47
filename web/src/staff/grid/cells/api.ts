import { answer, http, type Shape } from '@/shared/http'

export type Outlines = Shape<'OutlinesView'>
export type Outline = Outlines['features'][number]
export type Redrawn = Shape<'DrawingControllerRedrawnView'>
export type Corner = Shape<'DrawingControllerCellCorner'>
export type Dwelling = Shape<'DwellingLineView'>

/** What is to be drawn anew. */
export type Edit =
  | { kind: 'split'; cell: string; line: Corner[] }
  | { kind: 'merge'; into: string; others: string[] }
  | { kind: 'redraw'; cells: { code: string; dedicated: boolean; rings: Corner[][] }[] }
  | { kind: 'move'; dwellings: string[]; to: string }

export const listCells = (within: string, signal: AbortSignal) =>
  answer(http.GET('/api/area/cells', { params: { query: { within } }, signal }))

export const listDwellings = (code: string, after: string | undefined, signal: AbortSignal) =>
  answer(
    http.GET('/api/registry/areas/{code}/dwellings', {
      params: { path: { code }, query: { after } },
      signal,
    }),
  )

function send(edit: Edit, preview: boolean, because: { reason: string; requestKey: string }) {
  const query = { preview }
  switch (edit.kind) {
    case 'split':
      return http.POST('/api/grid/cells/split', {
        params: { query },
        body: { cell: edit.cell, line: edit.line, ...because },
      })
    case 'merge':
      return http.POST('/api/grid/cells/merge', {
        params: { query },
        body: { into: edit.into, others: edit.others, ...because },
      })
    case 'redraw':
      return http.POST('/api/grid/cells/redraw', {
        params: { query },
        body: { cells: edit.cells, ...because },
      })
    case 'move':
      return http.POST('/api/grid/cells/move', {
        params: { query },
        body: { dwellings: edit.dwellings, to: edit.to, ...because },
      })
  }
}

/** What it would move; the server makes it, counts, and takes it back. Why is asked only once it is to stay. */
export const previewEdit = (edit: Edit, requestKey: string): Promise<Redrawn> =>
  answer(send(edit, true, { reason: 'preview', requestKey }) as ReturnType<typeof send>)

export const makeEdit = (edit: Edit, reason: string, requestKey: string): Promise<Redrawn> =>
  answer(send(edit, false, { reason, requestKey }) as ReturnType<typeof send>)
