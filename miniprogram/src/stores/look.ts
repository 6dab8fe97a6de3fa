/** How large things are: 标准, 长辈版, 特大字. Kept on this phone; offered once to whoever may want it. */
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { fontScale } from '@/platform'
import { kept } from './kept'

export type Size = 'normal' | 'elder' | 'huge'

/** WeChat's own elder mode is about 1.4; from 1.3 on people have clearly asked for large text. */
const LARGE = 1.3

export const useLook = defineStore('look', () => {
  const size = kept<Size>('look', 'normal')
  const answered = kept('look-answered', false)
  const scale = ref(fontScale())

  const elder = computed(() => size.value !== 'normal')
  const classes = computed(() => ({ 'jl-look': true, 'jl-elder': elder.value, 'jl-huge': size.value === 'huge' }))
  /** 工信部适老化规范 3.1: the first start offers 长辈版 prominently. */
  const offering = computed(() => !answered.value && !elder.value)
  const largeTextHere = computed(() => scale.value >= LARGE)

  function choose(next: Size) {
    size.value = next
    answered.value = true
  }

  return { size, elder, classes, offering, largeTextHere, choose }
})
