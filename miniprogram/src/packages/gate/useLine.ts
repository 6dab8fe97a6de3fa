/** One line as whoever works it sees it: read anew every few seconds, and after each step. */
import { computed, ref, shallowRef, type Ref } from 'vue'
import { type Queue, type QueueNumber, showLine } from '@/api/occasions'
import { callNext, findAtStall, giveNumber, listNumbers, stepNumber } from '@/api/queue'
import { asProblem, type Problem } from '@/api/problem'
import { useAction } from '@/composables/useAction'

export function useLine(lineId: Ref<number>) {
  const line = shallowRef<Queue | null>(null)
  const numbers = shallowRef<QueueNumber[]>([])
  const problem = shallowRef<Problem | null>(null)
  const said = ref('')

  const called = computed(() => numbers.value.filter(one => one.state === 'called'))
  const waiting = computed(() => numbers.value.filter(one => one.state === 'waiting'))
  /** Between those who are still there, numbers are missing: whoever works here wonders why. */
  const skips = computed(() => numbers.value.some((one, i) => i > 0 && one.n > numbers.value[i - 1].n + 1))

  async function load() {
    const id = lineId.value
    if (!id) return
    try {
      const [found, page] = await Promise.all([showLine(id), listNumbers(id)])
      if (id !== lineId.value) return // another line was chosen meanwhile
      line.value = found
      numbers.value = page.items
      problem.value = null
    } catch (error) {
      problem.value = asProblem(error)
    }
  }

  /** The answer says what was done; the others may have moved meanwhile. */
  async function told(done: Promise<QueueNumber | undefined>, words: (one: QueueNumber) => string): Promise<boolean> {
    const one = await done
    if (one) said.value = words(one)
    await load()
    return !!one
  }

  const next = useAction(key => callNext(lineId.value, key))
  const stepping = useAction((key, id: number, step: string, form?: object) => stepNumber(id, step, form, key))
  const giving = useAction((key, form: { called?: string; person_id?: number }) => giveNumber(lineId.value, form, key))
  const finding = useAction((key, stallId: number, code: string) => findAtStall(stallId, code, key))

  const call = () => told(next.act(), one => `叫了 ${one.n} 号${one.name ? `，${one.name}` : ''}`)
  const step = (one: QueueNumber, action: string, form?: object) => told(stepping.act(one.id, action, form), after => action === 'leave' ? `${after.n} 号不等了，这个号不再给别人，新来的人接着往后发` : `${after.n} 号：${after.state_label}`)
  const give = (form: { called?: string; person_id?: number }) => told(giving.act(form), one => `给了 ${one.n} 号${one.name ? `，${one.name}` : ''}`)

  return { line, numbers, called, waiting, skips, problem, said, load, call, step, give, find: finding.act, next, stepping, giving, finding }
}
