/** One field of a form and what is wrong with it, as the server says it. */
export interface Fault {
  field: string
  message: string
}

/** Why a request was not done (RFC 9457). `title` is in the user's language and may be shown as it is; it is empty when the server was not reached. */
export class Problem extends Error {
  readonly status: number
  readonly reason: string
  readonly title: string
  readonly faults: readonly Fault[]

  constructor(facts: { status: number; reason: string; title: string; faults?: readonly Fault[] }) {
    super(facts.title || facts.reason)
    this.name = 'Problem'
    this.status = facts.status
    this.reason = facts.reason
    this.title = facts.title
    this.faults = facts.faults ?? []
  }

  get offline(): boolean {
    return this.status === 0
  }

  /** The message for a field, by its path such as `applicant.phone`. */
  faultOf(field: string): string | undefined {
    return this.faults.find((fault) => fault.field === field)?.message
  }

  static of(failure: unknown): Problem {
    if (failure instanceof Problem) return failure
    return new Problem({ status: -1, reason: 'program', title: '' })
  }
}

function isAbort(failure: unknown): boolean {
  return failure instanceof DOMException && failure.name === 'AbortError'
}

export function aborted(failure: unknown): boolean {
  return isAbort(failure) || (failure instanceof Error && isAbort(failure.cause))
}

interface ProblemBody {
  title?: string
  reason?: string
  faults?: Fault[]
}

export async function problemFrom(response: Response): Promise<Problem> {
  let body: ProblemBody = {}
  try {
    body = (await response.clone().json()) as ProblemBody
  } catch {
    // A proxy's page, or nothing: the status has to do.
  }
  return new Problem({
    status: response.status,
    reason: body.reason ?? `http.${response.status}`,
    title: body.reason === undefined ? '' : (body.title ?? ''),
    faults: body.faults,
  })
}
