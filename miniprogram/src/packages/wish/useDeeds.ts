/** The steps of a ticket that are done on its page: which one is open, and doing those without words. */
import { computed, shallowRef, type ShallowRef } from 'vue'
import { step, type Ticket } from '@/api/tickets'
import { useAction } from '@/composables/useAction'
import { type Deed, deedsIn, leading } from './deeds'

export function useDeeds(ticket: ShallowRef<Ticket | null>) {
  const deeds = computed(() => deedsIn(ticket.value?.actions ?? []))
  const lead = computed(() => leading(deeds.value))
  const others = computed(() => deeds.value.filter(deed => deed !== lead.value && !deed.parting))
  const partings = computed(() => deeds.value.filter(deed => deed.parting))
  const writing = shallowRef<Deed | null>(null)
  const sure = shallowRef<Deed | null>(null)
  const plain = useAction((key, action: string) => step(ticket.value!.id, action, key))

  function start(deed: Deed) {
    if (deed.takes === 'sure') sure.value = deed
    else if (deed.takes === 'once') void now(deed)
    else writing.value = deed
  }

  async function now(deed: Deed) {
    const changed = await plain.act(deed.action)
    sure.value = null
    if (changed) done(changed)
  }

  function done(changed: Ticket) {
    writing.value = null
    ticket.value = changed
  }

  return { lead, others, partings, writing, sure, busy: plain.busy, start, now, done }
}
