/** One scan at the counter: a voucher opens its order, a person's code the choice of goods, all else is refused in the server's words. */
import { type Ref, ref, shallowRef } from 'vue'
import { scanVoucher, type Scanned } from '@/api/counter'
import { asProblem } from '@/api/problem'
import { cleaned, isMember } from './read-code'
import { refusedBy, type Verdict } from './verdict'

interface Counter {
  shopId: Ref<string>
  know: (online: boolean) => void
  show: (verdict: Verdict) => void
  /** Somebody's code or card. */
  member: (code: string) => void
}

export function useVoucher({ shopId, know, show, member }: Counter) {
  const found = shallowRef<Scanned | null>(null)
  const busy = ref(false)

  async function scanned(text: string) {
    const code = cleaned(text)
    if (busy.value || !code || !Number(shopId.value)) return
    if (isMember(code)) return member(code)
    busy.value = true
    found.value = null
    try {
      found.value = await scanVoucher(Number(shopId.value), code)
      know(true)
    } catch (error) {
      const problem = asProblem(error)
      if (problem.code === 'offline') know(false)
      show(refusedBy(problem))
    } finally {
      busy.value = false
    }
  }

  const forget = () => void (found.value = null)

  return { found, busy, scanned, forget }
}
