/** What every form of a step shares: a draft that survives, one intention, the server's complaints beside the fields. */
import { ref, watch } from 'vue'
import { takeStep, type Ticket } from '@/api/desk'
import { lacks, useAction } from '@/composables/useAction'
import { useDraft } from '@/composables/useDraft'

export interface StepProps {
  ticket: { id: number }
  action: string
  label: string
  /** Of a joint slip: about whose share. */
  part?: { id: number }
}
type Tell = { (event: 'done', ticket: Ticket): void; (event: 'stale'): void }

type Missing = Record<string, string | false>

export function useAct<T extends object>(props: StepProps, tell: Tell, blank: T, bodyOf: (form: T) => object | undefined, missing: (form: T) => Missing = () => ({})) {
  const { id } = props.ticket
  const { form, key, clear } = useDraft(`act-${id}-${props.action}${props.part ? `-${props.part.id}` : ''}`, blank)
  const { act, busy, errors, problem, complete } = useAction(
    (intention: string, action: string = props.action) => takeStep(id, action, bodyOf(form as T), intention), { key, missing: () => lacks(missing(form as T)) })

  /** Of what is asked twice: whether the question is open. It closes when what was written has to be changed. */
  const sure = ref(false)
  const ask = () => (sure.value = complete())

  async function submit(action?: string) {
    const after = await act(action)
    sure.value = false
    if (!after) return
    clear()
    tell('done', after)
  }

  // Somebody was faster: what is on the screen is no longer true.
  watch(problem, found => {
    if (found?.status === 409) tell('stale')
  })

  return { form: form as T, errors, busy, sure, ask, submit }
}

/** What was left empty is not sent: the server knows better what to assume. */
export const said = <T extends object>(form: T) =>
  Object.fromEntries(Object.entries(form).filter(([, value]) => value !== '' && value !== null && value !== undefined)) as Partial<T>
