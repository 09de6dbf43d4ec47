import type { Question } from '@/field/records'

export type Answer = string | number | readonly string[] | undefined
export type Answers = Record<string, Answer>

const isAnswered = (answer: Answer): boolean =>
  Array.isArray(answer) ? answer.length > 0 : answer !== undefined && answer !== ''

/** Questions that have to be answered and are not. */
export const unanswered = (questions: readonly Question[], answers: Answers): readonly Question[] =>
  questions.filter((question) => question.required && !isAnswered(answers[question.code]))

/** Whether an answer is one that somebody has to look at. */
export const isFinding = (question: Question, answer: Answer): boolean =>
  question.finding !== undefined &&
  (Array.isArray(answer) ? answer.includes(question.finding) : answer === question.finding)

/** Only what was answered is sent. */
export const sentAnswers = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => isAnswered(answer)))
