/** Whether there is room for two panes side by side; a window may be made wider at any time. */
import { onUnmounted, ref } from 'vue'
import { watchWidth } from '@/platform'

const WIDE_ENOUGH = 1024

export function useWide() {
  const wide = ref(false)
  onUnmounted(watchWidth(width => (wide.value = width >= WIDE_ENOUGH)))
  return wide
}
