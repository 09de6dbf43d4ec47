import type { Question, VisitResult } from '@/field/records'

/** By question. */
export type Answers = Record<string, string>

export const RESULTS = ['DONE', 'NOBODY_THERE', 'NOT_WANTED'] as const satisfies readonly VisitResult[]

const NUMBER = /^\d{1,6}$/

/** Questions whose answer is missing though it is needed, or is none. */
export const unanswered = (questions: readonly Question[], answers: Answers): readonly Question[] =>
  questions.filter((question) => {
    const answer = answers[question.code]?.trim() ?? ''
    if (answer === '') return question.needed === true
    return question.answer === 'NUMBER' && !NUMBER.test(answer)
  })

/** Whether an answer is one that somebody has to look at. */
export const isFinding = (question: Question, answer: string | undefined): boolean =>
  question.bad !== undefined && answer === question.bad

/** Only what was answered is sent, and of findings only the words about answers that are findings. */
export function sentOf(questions: readonly Question[], answers: Answers, words: Answers) {
  const given = Object.entries(answers).flatMap(([code, answer]) =>
    answer.trim() === '' ? [] : [[code, answer.trim()] as const],
  )
  const findings = questions.flatMap((question) => {
    const said = words[question.code]?.trim()
    return said && isFinding(question, answers[question.code]) ? [[question.code, said] as const] : []
  })
  return { answers: Object.fromEntries(given), findings: Object.fromEntries(findings) }
}
