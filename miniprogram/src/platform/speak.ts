/** Words said aloud, for a screen at the wall. Only where the device really has a Chinese voice; a mini-program has none. */

// #ifdef H5
const chinese = () => window.speechSynthesis?.getVoices().find(({ lang }) => /^(zh|cmn)/i.test(lang)) ?? null
// #endif

/** Browsers load their voices while the page is open: asked again each time. */
export function canSpeak(): boolean {
  // #ifdef H5
  return !!chinese()
  // #endif
  // #ifndef H5
  return false
  // #endif
}

/** Resolves when it has been said, so that the next one is not spoken over it. Not longer than a sentence takes: some browsers forget to tell. */
export function speak(words: string): Promise<void> {
  // #ifdef H5
  return new Promise(done => {
    const said = new SpeechSynthesisUtterance(words)
    said.lang = 'zh-CN'
    said.voice = chinese()
    said.rate = 0.85
    said.onend = said.onerror = () => done()
    setTimeout(done, 10_000)
    window.speechSynthesis.speak(said)
  })
  // #endif
  // #ifndef H5
  return Promise.resolve(void words)
  // #endif
}
