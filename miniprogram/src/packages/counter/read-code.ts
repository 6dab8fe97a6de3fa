/** What a code that is held before the counter says of itself. Whether it is true, the server says. */
const PERSON = /(?:^|\/)U1\.[1-9]\d{0,9}\.[1-9a-f][0-9a-f]{0,9}\.[A-Z2-7]{16}$/
const CARD = /\/q\/k\/[0-9A-Za-z_-]{10,64}$/

/** 我的码 and cards mean a person who wants to choose something; all else is read as a voucher. */
export const isMember = (code: string) => PERSON.test(code) || CARD.test(code)

/** As a hand-held reader or a person types it: 1026 4738 is a number, and no code has a space in it. */
export const cleaned = (text: string) => text.replace(/\s/g, '')
