/** The other pages with which market days are prepared. */
const at = (path: string) => `/packages/staff/${path}`

export const SERIES = at('series/series')
export const SINGLE = at('sessions/new')
export const VEHICLES = at('markets/vehicles')
export const sessionPage = (id: number) => at(`sessions/session?id=${id}`)
export const seriesPage = (id: number) => at(`series/edit?id=${id}`)
export const NEW_SERIES = at('series/edit')
export const vehiclePage = (id: number) => at(`markets/vehicle?id=${id}`)

export interface Tool {
  name: string
  icon: string
  path: string
  faces: string[]
  /** Not in the bar of a computer, which is full: the page of the screen leads there. */
  spare?: boolean
}

const DESK = ['staff', 'administrator']

export const TOOLS: Tool[] = [
  { name: '固定日子', icon: 'calendar', path: SERIES, faces: DESK },
  { name: '单办一场', icon: 'plus', path: SINGLE, faces: DESK },
  { name: '发布整月', icon: 'check', path: at('sessions/month'), faces: DESK },
  { name: '五车', icon: 'market', path: VEHICLES, faces: DESK },
  { name: '月月主题', icon: 'mark', path: at('markets/themes'), faces: DESK },
  { name: '签到设备', icon: 'phone', path: '/packages/gate/devices', faces: DESK, spare: true },
  { name: '放假调休', icon: 'clock', path: at('days/days'), faces: ['administrator'] },
  { name: '联办单统计', icon: 'ticket', path: at('figures/units'), faces: ['viewer'] },
  { name: '办了多少', icon: 'desk', path: at('figures/figures'), faces: [...DESK, 'viewer'] },
]
