/** What went wrong inside the pages without anybody being told: the next command fails with it. */

const found = []

export function fault(...said) {
  found.push(said.filter(Boolean).map(String).join(' '))
}

export const takeFaults = () => found.splice(0)

process.on('unhandledRejection', error => fault('unhandled:', error?.stack ?? JSON.stringify(error)))
process.on('uncaughtException', error => fault('uncaught:', error?.stack ?? error))
console.error = fault
