/** One scan after the other: asked of the server, or, without it, kept on an enrolled device; always answered. */
import { computed, ref, shallowRef, type Ref } from 'vue'
import { scanByName, scanPerson, type Capacity, type Direction } from '@/api/gate'
import { intention } from '@/api/intention'
import type { ScanAnswer } from '@/api/presence'
import { asProblem } from '@/api/problem'
import { beep, vibrate } from '@/platform'
import { useDevice } from '@/stores/device'
import type { KeptScan } from '@/stores/scan-shelf'
import { useScans } from '@/stores/scans'
import { clock } from '@/words'
import { isCard, notAPerson, personIn } from './read-code'
import { SOUNDS, STAYS, type Verdict, verdictOf, wentWrong } from './verdict'

/** Whom a row of the roster or of a search means. */
export interface Somebody {
  person_id: number
  person_name: string
  post_label?: string | null
}
interface Gate {
  sessionId: Ref<number>
  online: Ref<boolean>
  know: (online: boolean) => void
  /** Whom the roster knows by this code. */
  of: (code: string) => Somebody | undefined
}
interface Told extends Verdict {
  at: string
  way: Direction
  /** Of a scan that was kept: its answer comes later. */
  id?: string
}
const REMEMBERED = 20

const answerOf = ({ state, title, words, who }: KeptScan) => ({ status: state, code: null, title: title ?? '', words: words ?? '', person_name: who }) as ScanAnswer

export function useScanner({ sessionId, online, know, of }: Gate) {
  const scans = useScans()
  const device = useDevice()
  const direction = ref<Direction>('in')
  /** Said for walk-ins only: whoever is on the roster serves. */
  const capacity = ref<'auto' | Capacity>('auto')
  const busy = ref(false)
  const verdict = shallowRef<Verdict | null>(null)
  const told = shallowRef<Told[]>([])
  const recent = computed(() => told.value.map(answered))
  let timer: ReturnType<typeof setTimeout> | undefined

  const form = () => ({ client_id: intention(), direction: direction.value, ...(capacity.value === 'auto' ? {} : { capacity: capacity.value }) })
  const askable = () => online.value && !busy.value

  async function scanned(text: string) {
    const code = text.trim()
    if (busy.value || verdict.value) return
    const made = { ...form(), code }
    const person = of(code)
    if (!askable()) return keep(made, person)
    await ask(() => scanPerson(sessionId.value, made), () => keep(made, person), person?.post_label ?? '')
  }

  /** By name, because the camera or the code fails. Whoever runs the session says why; nobody else does it. */
  async function named(person: Somebody, reason: string) {
    const made = { ...form(), person_id: person.person_id, reason }
    if (!askable()) return keep(made, person)
    await ask(() => scanByName(sessionId.value, made), () => keep(made, person), person.post_label ?? '')
  }

  async function ask(send: () => Promise<ScanAnswer>, without: () => void, post: string) {
    busy.value = true
    try {
      show(verdictOf(await send(), post))
      know(true)
    } catch (error) {
      const found = asProblem(error)
      if (found.code !== 'offline') return show(wentWrong(found))
      know(false)
      without()
    } finally {
      busy.value = false
    }
  }

  /** Without network. Whether the code is true is found out later: it is kept, and so marked. */
  function keep(made: Partial<KeptScan>, person: Somebody | undefined) {
    const wrong = made.code ? notAPerson(made.code) : null
    if (wrong) return show({ tone: 'bad', title: wrong.title, lines: [wrong.words] })
    if (!device.secret) return show({ tone: 'bad', title: '没有网络', lines: ['这台设备没有登记，离线不能签到。请连上网络，或换登记过的设备。'] })
    const who = person?.person_name ?? (made.code && isCard(made.code) ? '纸质卡' : '')
    const before = lastOf(made)
    const kept = scans.take({ ...made, session_id: sessionId.value, scanned_at: new Date().toISOString(), who, state: 'waiting' } as KeptScan)
    if (!kept) return show({ tone: 'bad', title: '没有记下', lines: ['这台设备存满了。请先连上网络交掉，或在纸上记下姓名和时间。'] })
    const post = person?.post_label ?? (personIn(made.code ?? '') ? '不在名单上，联网后核对' : '')
    if (before) show({ tone: 'again', title: who, lines: [`${clock(before.scanned_at)} 已经扫过`, '还没有交上去'] }, made.client_id)
    else show({ tone: 'kept', title: who, lines: [`${clock(new Date())} ${made.direction === 'out' ? '签退' : '签到'}`, post, '没有网络，联网后核对'].filter(one => one) }, made.client_id)
  }

  /** The last scan of the same person that still waits, if it goes the same way. */
  function lastOf({ code, person_id, direction }: Partial<KeptScan>) {
    const whose = (one: Partial<KeptScan>) => one.person_id ?? (personIn(one.code ?? '') || one.code)
    const theirs = scans.waiting.filter((one: KeptScan) => one.session_id === sessionId.value && whose(one) === whose({ code, person_id }))
    const last: KeptScan | undefined = theirs[theirs.length - 1]
    return last?.direction === direction ? last : undefined
  }

  /** What was kept stands in the list with the answer that it got since. */
  function answered(one: Told): Told {
    const kept = one.id ? scans.scans.find((scan: KeptScan) => scan.client_id === one.id) : undefined
    return !kept || kept.state === 'waiting' ? one : { ...one, ...verdictOf(answerOf(kept)) }
  }

  function show(next: Verdict, id?: string) {
    clearTimeout(timer)
    verdict.value = next
    const before = told.value.filter(one => !id || one.id !== id)
    told.value = [{ ...next, id, at: new Date().toISOString(), way: direction.value }, ...before].slice(0, REMEMBERED)
    beep(SOUNDS[next.tone])
    vibrate(next.tone === 'bad' ? 'long' : 'short')
    timer = setTimeout(goOn, STAYS[next.tone])
  }

  function goOn() {
    clearTimeout(timer)
    verdict.value = null
  }

  return { direction, capacity, busy, verdict, recent, scanned, named, goOn }
}
