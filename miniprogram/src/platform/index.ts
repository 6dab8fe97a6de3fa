/** All that differs between WeChat and H5, behind one door. Each part refuses honestly what a platform lacks. */
export { canSignInWithWeChat, phoneCodeFrom, signInWithWeChat, subscribe } from './wechat'
export { canScanNatively, readPhoto, scan, watchCamera } from './scan'
export { record, type Recorded, type Recording } from './record'
export { pickPhotos } from './photos'
export { beep, call, fontScale, frame, keepAwake, vibrate } from './device'
export { canPrint, openDocument, print } from './papers'
export { listenToKeys } from './keys'
export { canShareNatively, shareWords } from './share'
