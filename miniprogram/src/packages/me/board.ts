/** The board of an area: one's own, or for whoever is not signed in the estate they chose on this phone. */
import { computed, ref, shallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/problem'
import { type Area, type Board, showBoard } from '@/api/people'
import { kept } from '@/stores/kept'
import { useSession } from '@/stores/session'

interface Place {
  id: number
  name: string
}

export function useBoard() {
  const session = useSession()
  const chosen = kept<Place | null>('board-area', null)
  const board = shallowRef<Board | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)

  /** Where I live; else what was chosen on this phone; else where I work. */
  const place = computed<Place | null>(() => session.me?.estate ?? chosen.value ?? office())

  function office(): Place | null {
    const [role] = session.me?.roles ?? []
    return role ? { id: role.area_id, name: role.area_name } : null
  }

  async function load() {
    if (!place.value) return
    loading.value = true
    problem.value = null
    try {
      board.value = await showBoard(place.value.id)
    } catch (error) {
      problem.value = asProblem(error)
    } finally {
      loading.value = false
    }
  }

  function choose({ id, name }: Area) {
    chosen.value = { id, name }
    void load()
  }

  function forget() {
    chosen.value = null
    board.value = null
  }

  return { board, problem, loading, place, load, choose, forget }
}
