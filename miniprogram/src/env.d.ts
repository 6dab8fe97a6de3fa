/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** Where the server answers, for the mini-program; H5 is served by the server itself. */
  readonly VITE_API?: string
}
