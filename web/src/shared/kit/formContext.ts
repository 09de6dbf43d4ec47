import { inject, provide, type InjectionKey, type Ref } from 'vue'
import type { Problem } from '@/shared/http'

const PROBLEM: InjectionKey<Ref<Problem | undefined>> = Symbol('problem of the form')

export function provideFormProblem(problem: Ref<Problem | undefined>): void {
  provide(PROBLEM, problem)
}

export function useFormProblem(): Ref<Problem | undefined> | undefined {
  return inject(PROBLEM, undefined)
}
