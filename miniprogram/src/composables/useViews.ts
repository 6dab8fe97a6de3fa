/** A list of one's own under a row of views: what is shown, and changing it. It is read anew whenever the page is. */
import { onShow } from '@dcloudio/uni-app'
import { ref, type Ref } from 'vue'
import { useSession } from '@/stores/session'
import { type Page, useList } from './useList'

export function useViews<V extends string, T>(first: V, fetch: (view: V, cursor?: string) => Promise<Page<T>>) {
  const session = useSession()
  const view = ref(first) as Ref<V>
  const list = useList(cursor => fetch(view.value, cursor))

  onShow(() => session.signedIn && list.reload())

  /** A value of a chip. */
  function show(next: string) {
    view.value = next as V
    list.items.value = []
    return list.reload()
  }

  return { view, list, show }
}
