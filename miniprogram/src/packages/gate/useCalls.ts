/** A screen that hangs at the wall for hours: it asks again and again, says what is new, and keeps what it knew when the network is gone. */
import { computed, ref, shallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/problem'
import { type Screen, showScreen } from '@/api/reception-desk'
import { usePolling } from '@/composables/usePolling'
import { beep, canSpeak, speak } from '@/platform'
import { type Called, callWords, latest, newCalls } from './calls'

const PAUSE_MS = 3000
const FRESH_MS = 12_000

export function useCalls(id: () => number) {
  const screen = shallowRef<Screen | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const sound = ref(false)
  /** The one that stands out until it was surely seen. */
  const fresh = shallowRef<Called | null>(null)
  const offline = computed(() => problem.value?.code === 'offline')
  let last = ''
  let saying = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask() {
    if (!id()) return
    try {
      const found = await showScreen(id())
      newCalls(found.called, last).forEach(announce)
      last = latest(found.called, last || found.as_of)
      screen.value = found
      problem.value = null
    } catch (error) {
      problem.value = asProblem(error)
    }
  }

  function announce(one: Called) {
    fresh.value = one
    clearTimeout(timer)
    timer = setTimeout(() => (fresh.value = null), FRESH_MS)
    if (sound.value) saying = saying.then(() => say(one))
  }

  /** Twice, as in a hall: whoever missed the number hears it again. */
  async function say(one: Called) {
    beep('good')
    if (!canSpeak()) return
    for (const words of [callWords(one), callWords(one)]) await speak(words)
  }

  /** By a tap: browsers are silent until somebody touched the page. */
  function turnSound(on: boolean) {
    sound.value = on
    if (on) void (canSpeak() ? speak('声音开了') : beep('good'))
  }

  usePolling(ask, PAUSE_MS)
  return { screen, problem, offline, fresh, sound, ask, turnSound }
}
