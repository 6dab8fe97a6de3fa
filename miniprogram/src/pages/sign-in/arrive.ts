/** What follows when somebody has come in: their face, their agreement, and the page they wanted. */
import { agreeTo } from '@/api/consents'
import { intention } from '@/api/intention'
import type { Session } from '@/api/sign-in'
import { firstPasswordPage, go, HOME, SIGN_IN, TABS, type Tab, tabsOf, WELCOME } from '@/places'
import { hasAgreed, POLICY_VERSION } from '@/policy'
import { type Me, useSession } from '@/stores/session'

/** `agreed`: they have just ticked the policy. Nobody is kept outside because that could not be noted down. */
export async function arrive(session: Session, agreed: boolean): Promise<void> {
  const store = useSession()
  const back = store.returnTo || below() || HOME
  store.keep(session)
  if (agreed && !hasAgreed(session.me)) await agreeTo('service', POLICY_VERSION, intention()).catch(() => undefined)
  move(session.me, atDesk(tabsOf(store.face, store.desk), back))
}

/** A tab of the other desk is no place to begin: who works here begins at the first of their own. */
function atDesk(own: Tab[], back: string): string {
  const has = (tabs: Tab[]) => tabs.some(tab => tab.path === back)
  return has(Object.values(TABS).flat()) && !has(own) ? own[0].path : back
}

/** Everything below the sign-in page was drawn for somebody else: it is opened anew. */
function move(me: Me, back: string): void {
  if (me.must_change_password) uni.reLaunch({ url: firstPasswordPage(back) })
  else if (isNew(me)) uni.reLaunch({ url: `${WELCOME}?to=${encodeURIComponent(back)}` })
  else uni.reLaunch({ url: back, fail: () => go(HOME) })
}

/** Someone who lives nowhere yet and works nowhere: they are asked for a name and an estate, once. */
export const isNew = (me: Me) => me.estate === null && me.roles.length === 0

/** The page under this one, where the person was before. */
function below(): string {
  const page = getCurrentPages().slice(-2, -1)[0] as unknown as { $page?: { fullPath: string } } | undefined
  const path = page?.$page?.fullPath ?? ''
  return path.startsWith(SIGN_IN) ? '' : path === '/' ? HOME : path
}
