/** The steps of a ticket that are done on its page: which one is open, and doing those without words. */
import { computed, shallowRef, type ShallowRef } from 'vue'
import { step, type Ticket } from '@/api/tickets'
import { unaskWish } from '@/api/wishes'
import { useAction } from '@/composables/useAction'
import { parted, partingWords } from '@/parted'
import { goBack, TASKS, ticketPage } from '@/places'
import { aboutOf, type Deed, deedsIn, leading } from './deeds'

export function useDeeds(ticket: ShallowRef<Ticket | null>, reload: () => Promise<void>) {
  const deeds = computed(() => deedsIn(ticket.value?.actions ?? []))
  const lead = computed(() => leading(deeds.value))
  const others = computed(() => deeds.value.filter(deed => deed !== lead.value && !deed.parting))
  const partings = computed(() => deeds.value.filter(deed => deed.parting))
  const writing = shallowRef<Deed | null>(null)
  const sure = shallowRef<Deed | null>(null)
  const plain = useAction((key, deed: Deed) => (deed.action === 'unask' ? unaskWish(ticket.value!.id, key) : step(ticket.value!.id, deed.action, key, deed.part ? aboutOf(deed) : undefined)))

  function start(deed: Deed) {
    if (deed.takes === 'sure') sure.value = deed
    else if (deed.takes === 'once') void now(deed)
    else writing.value = deed
  }

  async function now(deed: Deed) {
    const changed = await plain.act(deed)
    sure.value = null
    if (changed) done(changed, deed.action)
    else if (plain.problem.value?.status === 409) await stale()
  }

  /** `by`: the step that made this of it. */
  function done(changed: Ticket, by: string) {
    writing.value = null
    if (changed.id !== ticket.value?.id) uni.redirectTo({ url: ticketPage(changed.id) }) // it came back as another
    else if (parted(ticket.value, changed)) goBack(TASKS, partingWords(by))
    else ticket.value = changed
  }

  /** Somebody was faster; or this very step had arrived before, and only its answer was lost. */
  async function stale() {
    const before = ticket.value
    writing.value = null
    await reload()
    if (parted(before, ticket.value)) goBack(TASKS, partingWords())
  }

  return { lead, others, partings, writing, sure, busy: plain.busy, start, now, done, stale }
}
