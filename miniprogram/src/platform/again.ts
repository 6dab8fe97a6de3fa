/** Opening what is on the screen once more, from the beginning. */
export function openAgain(): void {
  // #ifdef H5
  window.location.reload()
  // #endif
  // #ifndef H5
  uni.reLaunch({ url: '/pages/home/home' })
  // #endif
}
