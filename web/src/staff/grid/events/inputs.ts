/** What an action asks for beside its note. */
export type Ask = 'to' | 'verdict' | 'grade' | 'ground' | 'into' | 'days' | 'colour' | 'unit' | 'photos'

interface Form {
  asks: readonly Ask[]
  /** Without words it is refused. */
  note: boolean
  /** What nobody takes back with a click. */
  grave?: boolean
}

/** The forms of the event desk. What is not here is done on the page of the event's case. */
export const FORMS: Readonly<Record<string, Form>> = {
  ACCEPT: { asks: [], note: false },
  REJECT: { asks: [], note: true, grave: true },
  VOID: { asks: [], note: true, grave: true },
  DISPATCH: { asks: ['to'], note: false },
  RETURN: { asks: [], note: true },
  TAKE: { asks: [], note: false },
  FEED_BACK: { asks: ['photos'], note: true },
  VERIFY: { asks: ['verdict', 'photos'], note: false },
  ESCALATE: { asks: [], note: true },
  ASK_SUSPENSION: { asks: [], note: true },
  SUSPEND: { asks: ['ground'], note: true },
  RESUME: { asks: [], note: false },
  ANSWER_JOINED: { asks: [], note: true, grave: true },
  APPRAISE: { asks: ['grade'], note: false },
  join: { asks: ['into'], note: false },
  leave: { asks: [], note: false },
  claim: { asks: [], note: false },
  release: { asks: [], note: false },
  note: { asks: [], note: true },
  urge: { asks: [], note: false },
  supervise: { asks: ['colour'], note: true },
  'answer-supervision': { asks: [], note: true },
  'cancel-supervision': { asks: [], note: true },
  extend: { asks: ['days'], note: true },
  'approve-extension': { asks: [], note: true },
  'refuse-extension': { asks: [], note: true },
  'hand-over': { asks: ['unit'], note: true },
}

export const VERDICTS = ['fixed', 'half-fixed', 'not-fixed'] as const
export const GRADES = ['good', 'fair', 'poor'] as const
export const GROUNDS = ['TENDER', 'APPRAISAL', 'OTHER_BODY', 'PARTY_AGREED'] as const
export const COLOURS = ['YELLOW', 'ORANGE', 'RED'] as const
