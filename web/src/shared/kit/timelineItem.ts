/** One thing that happened. */
export interface TimelineItem {
  id: string
  at: string
  title: string
  who?: string
  text?: string
}
