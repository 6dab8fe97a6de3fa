/** How both builds are made: uni-app's compiler, plus our rule that no build names a foreign host. */
import { resolve } from 'node:path'
import uni from '@dcloudio/vite-plugin-uni'
import { defineConfig } from 'vite'
import { inlineIconFont, noForeignHosts } from './build/hosts'

const forH5 = process.env.UNI_PLATFORM === 'h5'

// uni-app names the chunk of a lazily imported package by its path in node_modules, which no
// server finds again.
const chunks = { output: { chunkFileNames: 'assets/[name]-[hash].js' } }

export default defineConfig({
  plugins: [inlineIconFont(), uni(), noForeignHosts()],
  resolve: { alias: { '@': resolve(__dirname, 'src') } },
  build: forH5 ? { rollupOptions: chunks } : {},
  css: { preprocessorOptions: { scss: { quietDeps: true, silenceDeprecations: ['legacy-js-api', 'import'] } } },
  server: { proxy: { '/api': 'http://127.0.0.1:5000' } },
})
