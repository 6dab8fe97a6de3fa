/** Whether there is room for three panes side by side; a window may be made wider at any time. */
import { onUnmounted, ref } from 'vue'

const WIDE_ENOUGH = 1024

export function useWide() {
  const wide = ref(uni.getWindowInfo().windowWidth >= WIDE_ENOUGH)
  const look = ({ size }: { size: { windowWidth: number } }) => (wide.value = size.windowWidth >= WIDE_ENOUGH)
  uni.onWindowResize(look)
  onUnmounted(() => uni.offWindowResize(look))
  return wide
}
