/** Vite plugin: the date wheel of H5 turns only through the years that may be chosen. */
import type { Plugin } from 'vite'

const YEARS = [/(!isNaN\(_year\)) && _year < start\b/, /(!isNaN\(_year\)) && _year > end\b/]

/** uni-h5 always shows three hundred years and springs back; WeChat keeps to `start` and `end` itself. */
export function yearsOnWheels(): Plugin {
  return {
    name: 'jinlin:years-on-wheels',
    enforce: 'pre',
    transform(code, id) {
      if (!/uni-h5\.es\.js/.test(id)) return null
      if (YEARS.some(one => !one.test(code))) throw new Error('uni-h5 has changed how it makes the years of its date wheel')
      return YEARS.reduce((text, one) => text.replace(one, '$1'), code)
    },
  }
}
