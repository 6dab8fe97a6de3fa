/** The tree of places as the chooser walks it. Levels are data: a town may start alone, a community may have grids. */
import type { Area } from '@/api/people'

/** Where the walk ends: most choose an estate, who offers to help chooses a community. */
export type Leaf = 'estate' | 'community'

/** Where one stands: the children of a place, or the places that nothing stands above. */
export function below(areas: Area[], id: number | null): Area[] {
  const known = new Set(areas.map(area => area.id))
  return areas.filter(area => (id === null ? area.parent_id === null || !known.has(area.parent_id) : area.parent_id === id))
}

/** A county alone is no question: the walk begins where there is something to choose. */
export function firstChoice(areas: Area[], leaf: Leaf, id: number | null = null): number | null {
  const [only, ...others] = below(areas, id)
  return only && others.length === 0 && only.level !== leaf ? firstChoice(areas, leaf, only.id) : id
}

/** From the top down to a place, itself last. */
export function wayTo(areas: Area[], id: number | null): Area[] {
  const area = areas.find(one => one.id === id)
  return area ? [...wayTo(areas, area.parent_id), area] : []
}

/** 「浔中镇 · 浔北社区」: tells two estates of one name apart. */
export const whereabouts = (areas: Area[], area: Area) =>
  wayTo(areas, area.parent_id).filter(one => one.level !== 'county').map(one => one.name).join(' · ')

/** Those whose own name, or that of a place above, holds the words. */
export function matching(areas: Area[], leaf: Leaf, words: string): Area[] {
  const wanted = words.replace(/\s/g, '')
  return areas.filter(area => area.level === leaf && `${whereabouts(areas, area)}${area.name}`.includes(wanted))
}
