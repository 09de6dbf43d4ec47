import { answer, http, type Shape } from '@/shared/http'

export type Line = Shape<'LineDeskLineView'>
export type Message = Shape<'LineQueriesMessageRow'>
export type Answer = Shape<'LineQueriesAnswerRow'>
export type Comparison = Shape<'ReconciliationRowsComparison'>

export const listLines = (signal?: AbortSignal): Promise<Line[]> =>
  answer(http.GET('/api/counter/department-lines', { signal }))

export const listMessages = (line: string, signal?: AbortSignal): Promise<Message[]> =>
  answer(http.GET('/api/counter/department-lines/{line}/messages', { params: { path: { line } }, signal }))

export const listAnswers = (line: string, signal?: AbortSignal): Promise<Answer[]> =>
  answer(http.GET('/api/counter/department-lines/{line}/answers', { params: { path: { line } }, signal }))

export const sendAgain = (message: string) =>
  answer(
    http.POST('/api/counter/department-lines/messages/{message}/send-again', {
      params: { path: { message } },
    }),
  )

export const applyAgain = (id: string) =>
  answer(
    http.POST('/api/counter/department-lines/answers/{answer}/apply-again', {
      params: { path: { answer: id } },
    }),
  )

export const reconcile = (line: string, day: string): Promise<Comparison> =>
  answer(
    http.POST('/api/counter/department-lines/{line}/reconciliations/{day}', {
      params: { path: { line, day } },
    }),
  )
