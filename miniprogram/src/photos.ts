/** Photos of a form on their way: what has arrived, and what still holds the form up. */
import type { Photo } from '@/components/jl-photos/jl-photos.vue'

/** A picture that had not arrived went with the phone's memory. */
export const arrived = (photos: Photo[]) => photos.filter(photo => photo.token)

export const idsOf = (photos: Photo[]) => arrived(photos).map(photo => Number(photo.token))

/** As useAction() wants it: nothing is sent while a photo would stay behind unnoticed. */
export function unsent(photos: Photo[]): Record<string, string> {
  if (photos.some(photo => photo.state === 'failed')) return { photos: '有照片没传上：点“再试一次”，或者去掉它' }
  return photos.some(photo => photo.state === 'sending') ? { photos: '照片还在传，请稍等一下再点' } : {}
}
