/** The records of doors on this phone, and sending them when there is network. */
import { computed } from 'vue'
import { submitOffline } from '@/api/desk'
import { useAction } from '@/composables/useAction'
import { kept } from '@/stores/kept'
import { answered, arrived, type Door, itemOf, keptDoor, type KeptDoor, LARGEST_BATCH, leaving, waiting } from './doors'

export function useDoors() {
  const doors = kept<KeptDoor[]>('doors', [])

  const save = (door: Door) => (doors.value = [...doors.value, keptDoor(door)])
  const remove = (id: string) => (doors.value = doors.value.filter(door => door.client_id !== id))
  /** A corrected record is the same record: what the server refused, it does not have. */
  const correct = (id: string, door: Door) => (doors.value = doors.value.map(one => (one.client_id === id ? { ...one, ...door, refused: undefined } : one)))

  const { act: send, busy } = useAction(async key => {
    const batch = waiting(doors.value).slice(0, LARGEST_BATCH)
    doors.value = leaving(doors.value, batch)
    const { items } = await submitOffline(batch.map(itemOf), key)
    doors.value = answered(doors.value, items)
  })

  return { waiting: computed(() => waiting(doors.value)), arrived: computed(() => arrived(doors.value).reverse()), save, remove, correct, send, busy }
}
