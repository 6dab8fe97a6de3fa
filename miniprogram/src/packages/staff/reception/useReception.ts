/** A reception day as its desk sees it: the head, the queue, seats and agenda; read anew every few seconds and after each step. */
import { computed, ref, shallowRef } from 'vue'
import type { Action } from '@/api/desk'
import { asProblem, type Problem } from '@/api/problem'
import { type AgendaItem, type Desk, type DeskNumber, listAgenda, listNumbers, type Seats, showDesk, showSeats } from '@/api/reception-desk'
import { kept } from '@/stores/kept'

export function useReception() {
  const id = ref(0)
  const desk = shallowRef<Desk | null>(null)
  const numbers = shallowRef<DeskNumber[]>([])
  const seats = shallowRef<Seats | null>(null)
  const agenda = shallowRef<AgendaItem[]>([])
  const problem = shallowRef<Problem | null>(null)
  /** Those who are done with, too. */
  const all = ref(false)
  const chosenTable = kept('reception-table', 1)

  /** A table of yesterday may not stand there today. */
  const table = computed(() => Math.min(chosenTable.value, desk.value?.tables || 1))
  const tables = computed(() => Array.from({ length: desk.value?.tables ?? 0 }, (_, i) => i + 1))
  const called = computed(() => numbers.value.filter(one => one.state === 'called'))
  const waiting = computed(() => numbers.value.filter(one => one.state === 'waiting'))
  const rest = computed(() => numbers.value.filter(one => !['called', 'waiting'].includes(one.state)))
  const can = (action: string) => desk.value?.actions.find((one: Action) => one.action === action)

  async function refresh() {
    try {
      const [head, page] = await Promise.all([showDesk(id.value), desk.value?.line_id === null ? { items: [] } : listNumbers(id.value, !all.value).catch(withoutTable)])
      desk.value = head
      numbers.value = page.items
      problem.value = null
    } catch (error) {
      problem.value = asProblem(error)
    }
  }

  /** What changes seldom: when the page opens, and after a step of its own. */
  async function refreshSides() {
    const [people, items] = await Promise.all([showSeats(id.value).catch(() => seats.value), listAgenda(id.value).catch(() => ({ items: agenda.value }))])
    seats.value = people
    agenda.value = items.items
  }

  const reload = () => Promise.all([refresh(), refreshSides()])
  const sit = (n: number) => (chosenTable.value = n)

  return { id, desk, numbers, seats, agenda, problem, all, table, tables, called, waiting, rest, can, refresh, refreshSides, reload, sit }
}

/** Before it is set out there is no line to stand in. */
function withoutTable(error: unknown): { items: DeskNumber[] } {
  if (asProblem(error).code === 'no_table') return { items: [] }
  throw error
}
