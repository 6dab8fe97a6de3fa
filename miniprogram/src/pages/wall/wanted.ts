/** What narrows the wall: words, a category, one's own estate. */
export interface Wanted {
  words: string
  category: number
  nearby: boolean
}

export const NOTHING: Wanted = { words: '', category: 0, nearby: false }
