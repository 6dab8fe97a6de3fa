/** Until when something would be with so many working days more, as the server reckons it; unknown until it has answered. */
import { shallowRef } from 'vue'
import { listLonger } from '@/api/desk'
import { day } from '@/words'

export function useLonger(ticketId: number) {
  const dues = shallowRef<Record<number, string>>({})
  void listLonger(ticketId).then(found => (dues.value = Object.fromEntries(found.items.map(one => [one.days, one.due_at]))), () => undefined)
  /** 12月11日 周五以前; nothing while it is not known. */
  const until = (days: number) => (dues.value[days] ? `${day(dues.value[days])}以前` : '')
  return { until }
}
