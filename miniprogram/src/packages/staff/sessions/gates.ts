/** The pages used at the door of a session. */
import { callingOf, deskOf, setOutOf } from '../reception/places'

const at = (page: string) => (id: number) => `/packages/gate/${page}?id=${id}`

export interface DoorPage {
  name: string
  icon: string
  pathOf: (id: number) => string
}

export const AT_THE_DOOR: DoorPage[] = [
  { name: '签到屏', icon: 'code', pathOf: at('screen') },
  { name: '扫码', icon: 'scan', pathOf: at('scanner') },
  { name: '名单', icon: 'me', pathOf: at('crew') },
  { name: '叫号', icon: 'bell', pathOf: at('queue') },
]

export const AFTERWARDS: DoorPage[] = [AT_THE_DOOR[2], { name: '摊位结果', icon: 'ticket', pathOf: at('queue') }]

const RECEPTION: DoorPage[] = [
  { name: '接待台', icon: 'reception', pathOf: deskOf },
  { name: '叫号屏', icon: 'bell', pathOf: callingOf },
  { name: '席位和桌', icon: 'me', pathOf: setOutOf },
]

/** At a reception day nobody checks in: it has a desk, and a screen that calls. */
export function doorsOf(kind: string, over: boolean): DoorPage[] {
  if (kind === 'reception') return over ? RECEPTION.slice(0, 1) : RECEPTION
  return over ? AFTERWARDS : AT_THE_DOOR
}
