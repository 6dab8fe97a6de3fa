/** Choosing photos and making them small before they travel: a village network should not carry 10 MB. */
import { refuse } from '@/api/problem'

const LONGEST_SIDE = 1600
const QUALITY = 80

/** Up to `count` photos from camera or album, as local paths; empty when the person changed their mind. */
export async function pickPhotos(count: number): Promise<string[]> {
  const chosen = await choose(count).catch(error => {
    if (String(error?.errMsg).includes('cancel')) return []
    throw refuse('no_album', '打不开相机和相册', '请在手机设置里允许使用相机和照片，再点一次')
  })
  return Promise.all(chosen.map(smaller))
}

async function choose(count: number): Promise<string[]> {
  // #ifdef MP-WEIXIN
  return new Promise<string[]>((done, fail) => {
    uni.chooseMedia({
      count,
      mediaType: ['image'],
      sizeType: ['compressed'],
      success: ({ tempFiles }) => done(tempFiles.map(file => file.tempFilePath)),
      fail,
    })
  })
  // #endif
  // #ifndef MP-WEIXIN
  const { tempFilePaths } = await uni.chooseImage({ count })
  return [tempFilePaths].flat()
  // #endif
}

/** When the phone cannot shrink it, the server still can: send it as it is. */
async function smaller(path: string): Promise<string> {
  // #ifdef MP-WEIXIN
  const made = await uni.compressImage({ src: path, quality: QUALITY, compressedWidth: LONGEST_SIDE } as UniNamespace.CompressImageOptions)
  return (made as unknown as { tempFilePath?: string })?.tempFilePath ?? path
  // #endif
  // #ifndef MP-WEIXIN
  return drawnSmaller(path).catch(() => path)
  // #endif
}

// #ifdef H5
async function drawnSmaller(path: string): Promise<string> {
  const image = await loaded(path)
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.naturalWidth, image.naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.naturalWidth * scale)
  canvas.height = Math.round(image.naturalHeight * scale)
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg', QUALITY / 100))
  return blob ? URL.createObjectURL(new File([blob], 'photo.jpg', { type: 'image/jpeg' })) : path
}

function loaded(path: string): Promise<HTMLImageElement> {
  return new Promise((done, fail) => {
    const image = new Image()
    image.onload = () => done(image)
    image.onerror = fail
    image.src = path
  })
}
// #endif
