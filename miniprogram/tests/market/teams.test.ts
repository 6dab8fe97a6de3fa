import { expect, it } from 'vitest'
import type { Team } from '@/api/teams'
import { byPlace, homeOf } from '@/packages/market/team-places'
import { me } from '../me/person'

const team = (id: number, area_id: number) => ({ id, area_id, area_name: `${area_id}号` }) as Team

it('Teams stand by where they are at home, my own estate first', () => {
  const groups = byPlace([team(1, 5), team(2, 7), team(3, 5), team(4, 7)], 7)
  expect(groups.map(one => [one.name, one.teams.map(({ id }) => id)])).toEqual([['7号', [2, 4]], ['5号', [1, 3]]])
})

it('I see the teams of my community; without a home, of where I was confirmed; else of nowhere', () => {
  const community = { id: 3, name: '浔北社区' }
  expect(homeOf(me({ estate: { id: 7, name: '幸福小区', community } }))).toEqual(community)
  expect(homeOf(me({ roles: [{ role: 'volunteer', label: '志愿者', area_id: 3, area_name: '浔北社区', unit_id: null, unit_name: null }] }))).toEqual(community)
  expect(homeOf(me())).toBeNull()
})
