/** What every line of every ledger says. */
export interface LedgerLine {
  id: string
  at: string
  login?: string
  name?: string
  role: string
  unit: string
  object: string
}

/** Something a ledger can be searched by, beyond days, login and object. */
export interface LedgerField {
  key: string
  label: string
  longest?: number
  /** Whether it names a person and is not to be remembered by the browser. */
  personal?: boolean
}
