/** How both builds are made: uni-app's compiler, plus our rule that no build names a foreign host. */
import { resolve } from 'node:path'
import uni from '@dcloudio/vite-plugin-uni'
import { defineConfig } from 'vite'
import { plainChunkNames } from './build/chunks'
import { inlineIconFont, noForeignHosts } from './build/hosts'
import { yearsOnWheels } from './build/wheels'

const SERVER = process.env.JINLIN_SERVER ?? 'http://127.0.0.1:5000'

export default defineConfig({
  plugins: [inlineIconFont(), yearsOnWheels(), uni(), noForeignHosts(), plainChunkNames()],
  resolve: { alias: { '@': resolve(__dirname, 'src') } },
  css: { preprocessorOptions: { scss: { quietDeps: true, silenceDeprecations: ['legacy-js-api', 'import'] } } },
  server: { proxy: { '/api': SERVER, '/files': SERVER, '/papers': SERVER, '/calendar': SERVER, '/healthz': SERVER } },
})
