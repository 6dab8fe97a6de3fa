/** Giving a ticket back: it is no longer this person's to read, so they are led to their list, which says what was done. */
import type { Ticket } from '@/api/tickets'

const SAID: Record<string, string> = {
  bounce: '已退回，社区会另派',
  bounce_part: '已退回，社区会另外请人',
  hand_back: '已交回，社区会另派',
  release: '已放回，别的邻居会接着帮',
}

/** What is left is what everybody may read. */
export const parted = (before: Ticket | null, after: Ticket | null) =>
  !!before && !!after && before.audience !== 'public' && after.audience === 'public'

export const partingWords = (action = '') => SAID[action] ?? '这件事已经不在您手上'
