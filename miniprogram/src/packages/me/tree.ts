/** The tree of places as the chooser walks it. Levels are data: a town may start alone, a community may have grids. */
import type { Area } from '@/api/people'

export const isEstate = (area: Area) => area.level === 'estate'

/** Where one stands: the children of a place, or the places that nothing stands above. */
export function below(areas: Area[], id: number | null): Area[] {
  const known = new Set(areas.map(area => area.id))
  return areas.filter(area => (id === null ? area.parent_id === null || !known.has(area.parent_id) : area.parent_id === id))
}

/** A county alone is no question: the walk begins where there is something to choose. */
export function firstChoice(areas: Area[], id: number | null = null): number | null {
  const [only, ...others] = below(areas, id)
  return only && others.length === 0 && !isEstate(only) ? firstChoice(areas, only.id) : id
}

/** From the top down to a place, itself last. */
export function wayTo(areas: Area[], id: number | null): Area[] {
  const area = areas.find(one => one.id === id)
  return area ? [...wayTo(areas, area.parent_id), area] : []
}

/** 「浔中镇 · 浔北社区」: tells two estates of one name apart. */
export const whereabouts = (areas: Area[], area: Area) =>
  wayTo(areas, area.parent_id).filter(one => one.level !== 'county').map(one => one.name).join(' · ')

/** Estates whose own name, or whose community's, holds the words. */
export function matching(areas: Area[], words: string): Area[] {
  const wanted = words.replace(/\s/g, '')
  return areas.filter(area => isEstate(area) && `${whereabouts(areas, area)}${area.name}`.includes(wanted))
}
