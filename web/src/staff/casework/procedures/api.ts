import { answer, http, type Shape } from '@/shared/http'

export type Procedure = Shape<'ProcedureView'>
export type PublishedProcedure = Shape<'ProcedureViewPublished'>
export type ProcedureSummary = Shape<'ProcedureViewSummary'>
export type ProcedureFault = Shape<'ProcedureViewFault'>
export type Diagram = Shape<'ProcedureDiagram'>
export type DiagramArrow = Shape<'ProcedureDiagramArrow'>
export type DiagramBox = Shape<'ProcedureDiagramBox'>
export type Term = Shape<'Term'>

export const listProcedures = (signal: AbortSignal) =>
  answer(http.GET('/api/casework/procedures', { signal }))

export const showProcedure = (key: string, version: number | undefined, signal: AbortSignal) =>
  version === undefined
    ? answer(http.GET('/api/casework/procedures/{key}', { params: { path: { key } }, signal }))
    : answer(
        http.GET('/api/casework/procedures/{key}/versions/{version}', {
          params: { path: { key, version } },
          signal,
        }),
      )

export const checkProcedure = (source: string) =>
  answer(http.POST('/api/casework/procedures/check', { body: { source } }))

export const publishProcedure = (source: string, note: string) =>
  answer(http.POST('/api/casework/procedures', { body: { source, note } }))
