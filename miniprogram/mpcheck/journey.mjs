/** A phone driven from outside: node journey.mjs '{"build":…,"base":…}', then one JSON command a line, each with
 * the time it is (`now`); one answer each. */
import { createInterface } from 'node:readline'
import { takeFaults } from './phone/faults.mjs'
import { start } from './phone/phone.mjs'

const PATIENCE_MS = 20_000 // pages that wait ask again every eight seconds; the machine may be busy
const phone = start(JSON.parse(process.argv[2]))

/** A person waits a moment before deciding that something is not there. */
async function patiently(attempt) {
  for (const until = Date.now() + PATIENCE_MS; ; ) {
    try {
      return await attempt()
    } catch (error) {
      if (Date.now() > until) throw error
      await new Promise(wake => setTimeout(wake, 25))
    }
  }
}

const expect = (yes, words) => {
  if (!yes) throw new Error(words)
}

const COMMANDS = {
  async tap({ text, near }) {
    await patiently(() => phone.tap(text, near))
    await phone.settled()
  },
  type: ({ label, text }) => patiently(() => phone.type(label, text)),
  see: ({ text }) => patiently(() => expect(phone.sees(text), `“${text}” is not on the screen`)),
  miss: ({ text }) => patiently(() => expect(!phone.sees(text), `“${text}” is still on the screen`)),
  async pick({ label, value }) {
    await patiently(() => phone.pick(label, value))
    await phone.settled()
  },
  painted: ({ label }) => patiently(() => phone.painted(label)),
  value: ({ label }) => phone.value(label),
  words: () => phone.words(),
  settle: () => phone.settled(),
  where: () => phone.where(),
  back: () => phone.back(),
  asked: () => phone.asked,
  file: ({ path }) => phone.file(path),
  pictures: () => phone.pictures(),
  weather: ({ weather }) => void (phone.network.weather = weather),
  give: ({ kind, what }) => void phone.given[kind].push(what),
}

async function answer({ command, now, ...rest }) {
  if (now) phone.setClock(now)
  try {
    const result = await COMMANDS[command](rest)
    const faults = takeFaults()
    return faults.length ? { faults, words: phone.words() } : { result: result ?? null }
  } catch (error) {
    return { faults: [error.message, ...takeFaults()], words: phone.words() }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`)
}
process.exit() // jsdom's timers would keep the process alive
