import { answer, http, type Shape } from '@/shared/http'

export type RehearsalForm = Shape<'RehearsalControllerRehearsalForm'>
export type RehearsalAnswer = Shape<'RehearsingAnswer'>
export type RehearsedUnit = Shape<'RehearsalUnitResult'>
export type Unit = Shape<'Term'>['unit']

export const procedureNames = (signal: AbortSignal) =>
  answer(http.GET('/api/casework/procedures', { signal }))

export const runRehearsal = (body: RehearsalForm) => answer(http.POST('/api/casework/rehearsals', { body }))
