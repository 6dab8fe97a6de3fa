import { expect, it } from 'vitest'
import type { Area } from '@/api/people'
import { below, firstChoice, matching, wayTo, whereabouts } from '@/packages/me/tree'

const area = (id: number, parent_id: number | null, level: string, name: string): Area =>
  ({ id, parent_id, level, level_label: '', name, code: `C${id}`, latitude: null, longitude: null })

const COUNTY = area(1, null, 'county', '德化县')
const TOWN = area(2, 1, 'town', '浔中镇')
const OTHER = area(3, 1, 'town', '龙浔镇')
const COMMUNITY = area(4, 2, 'community', '浔北社区')
const ESTATE = area(5, 4, 'estate', '幸福小区')
const NAMESAKE = area(6, 3, 'estate', '幸福小区')
const DEHUA = [COUNTY, TOWN, OTHER, COMMUNITY, ESTATE, NAMESAKE]

it('A county that stands alone is not asked about: the first choice is the town', () => {
  expect(firstChoice(DEHUA, 'estate')).toBe(COUNTY.id)
  expect(below(DEHUA, COUNTY.id)).toEqual([TOWN, OTHER])
})

it('Where there is one of each, the walk begins at the estates', () => {
  expect(firstChoice([COUNTY, TOWN, COMMUNITY, ESTATE], 'estate')).toBe(COMMUNITY.id)
})

it('Who chooses a community is never led below it', () => {
  expect(firstChoice([COUNTY, TOWN, COMMUNITY], 'community')).toBe(TOWN.id)
})

it('A town that starts alone is the top, though its county is not in the list', () => {
  expect(below([TOWN, COMMUNITY], null)).toEqual([TOWN])
})

it('Two estates of one name are told apart by where they lie', () => {
  expect(whereabouts(DEHUA, ESTATE)).toBe('浔中镇 · 浔北社区')
  expect(whereabouts(DEHUA, NAMESAKE)).toBe('龙浔镇')
  expect(wayTo(DEHUA, COMMUNITY.id)).toEqual([COUNTY, TOWN, COMMUNITY])
})

it('An estate is found by its own name, by its community’s, and whatever spaces somebody typed', () => {
  expect(matching(DEHUA, 'estate', '幸 福')).toEqual([ESTATE, NAMESAKE])
  expect(matching(DEHUA, 'estate', '浔北')).toEqual([ESTATE])
  expect(matching(DEHUA, 'community', '浔北')).toEqual([COMMUNITY])
})
