/** A Vite plugin that gives lazily loaded packages a file name a browser can ask for. */
import type { Plugin } from 'vite'

/** uni-app names such a chunk by its path (`..-node_modules-…`), which no longer is a relative address. */
export function plainChunkNames(): Plugin {
  return {
    name: 'jinlin:plain-chunk-names',
    enforce: 'post',
    outputOptions: output => (process.env.UNI_PLATFORM === 'h5' ? { ...output, chunkFileNames: 'assets/[name]-[hash].js' } : null),
  }
}
