/** Which rows behind a figure are looked at. */
export interface RowsAsked {
  /** What the figure is called: a message key, or a station's, window's or item's own key. */
  of: { text: 'errands' | 'slow' } | { key: string } | { window: number }
  station?: string
  item?: string
  window?: number
  over?: boolean
  relief?: boolean
}
