/** One column of a DataTable. */
export interface Column {
  key: string
  label: string
  width?: string
  align?: 'left' | 'right' | 'center'
}
