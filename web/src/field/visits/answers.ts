import type { Question, VisitResult } from '@/field/records'

/** By question. */
export type Answers = Record<string, string>

export const RESULTS = ['DONE', 'NOBODY_THERE', 'NOT_WANTED'] as const satisfies readonly VisitResult[]

const NUMBER = /^\d{1,6}$/

/** Questions whose answer is missing though it is needed, or is none. */
export const unanswered = (questions: readonly Question[], answers: Answers): readonly Question[] =>
  questions.filter((question) => {
    const answer = answers[question.code]?.trim() ?? ''
    if (answer === '') return question.required === true
    return question.kind === 'NUMBER' && !NUMBER.test(answer)
  })

/** Whether an answer is one that somebody has to look at. */
export const isFinding = (question: Question, answer: string | undefined): boolean =>
  question.finding !== undefined && answer === question.finding

/** Only what was answered is sent. */
export const sentAnswers = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([code, answer]) =>
      answer.trim() === '' ? [] : [[code, answer.trim()] as const],
    ),
  )
