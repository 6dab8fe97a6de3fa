/** A telephone number written into the wish itself: everybody who reads the wish reads it too, so it belongs elsewhere. */

/** Mobile numbers as people group them, and landlines with their area code. */
const NUMBER = /(?:\+?86[\s-]?)?(1[3-9]\d[\s-]?\d{4}[\s-]?\d{4})|(0\d{2,3}[\s-]?\d{7,8})/
/** What stands before a number and says nothing without it. */
const LEAD = /[，,；;、]?\s*(?:我的|请打|请拨|打)?(?:联系)?(?:电话|手机|号码)?号?(?:是|：|:)?\s*$/

/** The first number in the text, or nothing. Longer rows of digits are something else: a ticket, a card. */
export function phoneIn(text: string): string {
  const found = NUMBER.exec(text)
  if (!found) return ''
  const [before, after] = [text[found.index - 1], text[found.index + found[0].length]]
  return isDigit(before) || isDigit(after) ? '' : found[0].replace(/^\+?86[\s-]?/, '')
}

export function withoutPhone(text: string): string {
  const phone = phoneIn(text)
  if (!phone) return text
  const [before, after] = split(text, phone)
  return `${before.replace(/\+?86[\s-]?$/, '').replace(LEAD, '')}${after}`.trim()
}

function split(text: string, part: string): [string, string] {
  const at = text.indexOf(part)
  return [text.slice(0, at), text.slice(at + part.length)]
}

const isDigit = (letter?: string) => letter !== undefined && /\d/.test(letter)
