/** Which rows behind a figure are looked at. */
export interface RowsAsked {
  label: string
  station?: string
  item?: string
  window?: number
  over?: boolean
  relief?: boolean
}
