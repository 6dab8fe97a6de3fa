/** The words of the contract as answers to tap. */
import type { Option } from '@/components/jl-choice/jl-choice.vue'

type Words = Record<string, { label: string }>

export const optionsOf = (words: Words, ...only: string[]): Option[] =>
  Object.entries(words)
    .filter(([value]) => only.length === 0 || only.includes(value))
    .map(([value, { label }]) => ({ value, label }))
