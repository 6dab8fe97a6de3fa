/** Starts the client: one Vue application, one store. */
import { createPinia } from 'pinia'
import { createSSRApp } from 'vue'
import App from './App.vue'
// #ifdef H5
import Unreached from '@/components/jl-unreached/jl-unreached.vue'
// #endif

export function createApp() {
  const app = createSSRApp(App)
  app.use(createPinia())
  // #ifdef H5
  app.component('AsyncError', Unreached) // the framework looks for this name
  // #endif
  return { app }
}
