import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { Question, Scope, Which } from './api'

const SCOPES: readonly string[] = ['MINE', 'POOL', 'UNIT', 'AREA'] satisfies Scope[]
const WHICH: readonly string[] = ['ALL', 'OVERDUE', 'SOON', 'SUPERVISED'] satisfies Which[]

/** The question in a page's address, so that the way back leads to the same list; what it does not know is left out. */
export function questionOf(query: LocationQuery): Question {
  const word = (key: string) => (typeof query[key] === 'string' ? query[key] : undefined)
  const scope = word('scope')
  const which = word('which')
  return {
    scope: scope !== undefined && SCOPES.includes(scope) ? (scope as Scope) : 'MINE',
    which: which !== undefined && WHICH.includes(which) ? (which as Which) : 'ALL',
    procedure: word('procedure'),
    state: word('state'),
  }
}

/** The address of a question; what is usual is not written. */
export function queryOf(question: Question): LocationQueryRaw {
  return {
    scope: question.scope === 'MINE' ? undefined : question.scope,
    which: question.which === 'ALL' ? undefined : question.which,
    procedure: question.procedure,
    state: question.state,
  }
}
