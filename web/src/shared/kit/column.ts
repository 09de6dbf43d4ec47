/** One column of a DataTable. */
export interface Column {
  key: string
  label: string
  width?: string
  align?: 'left' | 'right' | 'center'
  /** Never broken into two lines: times, numbers, states. */
  whole?: boolean
}
