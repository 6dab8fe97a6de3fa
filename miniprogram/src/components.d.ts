/** Lets the type-checker see what easycom finds: every component in every template. */
import type JlAudio from '@/components/jl-audio/jl-audio.vue'
import type JlButton from '@/components/jl-button/jl-button.vue'
import type JlCall from '@/components/jl-call/jl-call.vue'
import type JlCamera from '@/components/jl-camera/jl-camera.vue'
import type JlCard from '@/components/jl-card/jl-card.vue'
import type JlChips from '@/components/jl-chips/jl-chips.vue'
import type JlChoice from '@/components/jl-choice/jl-choice.vue'
import type JlConfirm from '@/components/jl-confirm/jl-confirm.vue'
import type JlEmergency from '@/components/jl-emergency/jl-emergency.vue'
import type JlField from '@/components/jl-field/jl-field.vue'
import type JlIcon from '@/components/jl-icon/jl-icon.vue'
import type JlKeys from '@/components/jl-keys/jl-keys.vue'
import type JlLeaf from '@/components/jl-leaf/jl-leaf.vue'
import type JlLifeline from '@/components/jl-lifeline/jl-lifeline.vue'
import type JlList from '@/components/jl-list/jl-list.vue'
import type JlMembers from '@/components/jl-members/jl-members.vue'
import type JlNav from '@/components/jl-nav/jl-nav.vue'
import type JlOpening from '@/components/jl-opening/jl-opening.vue'
import type JlPage from '@/components/jl-page/jl-page.vue'
import type JlPhotos from '@/components/jl-photos/jl-photos.vue'
import type JlPicture from '@/components/jl-picture/jl-picture.vue'
import type JlQr from '@/components/jl-qr/jl-qr.vue'
import type JlScanner from '@/components/jl-scanner/jl-scanner.vue'
import type JlSheet from '@/components/jl-sheet/jl-sheet.vue'
import type JlTabbar from '@/components/jl-tabbar/jl-tabbar.vue'
import type JlTag from '@/components/jl-tag/jl-tag.vue'
import type JlTimes from '@/components/jl-times/jl-times.vue'
import type JlVerdict from '@/components/jl-verdict/jl-verdict.vue'
import type JlVoice from '@/components/jl-voice/jl-voice.vue'
import type JlWrong from '@/components/jl-wrong/jl-wrong.vue'

declare module 'vue' {
  export interface GlobalComponents {
    JlAudio: typeof JlAudio
    JlButton: typeof JlButton
    JlCall: typeof JlCall
    JlCamera: typeof JlCamera
    JlCard: typeof JlCard
    JlChips: typeof JlChips
    JlChoice: typeof JlChoice
    JlConfirm: typeof JlConfirm
    JlEmergency: typeof JlEmergency
    JlField: typeof JlField
    JlIcon: typeof JlIcon
    JlKeys: typeof JlKeys
    JlLeaf: typeof JlLeaf
    JlLifeline: typeof JlLifeline
    JlList: typeof JlList
    JlMembers: typeof JlMembers
    JlNav: typeof JlNav
    JlOpening: typeof JlOpening
    JlPage: typeof JlPage
    JlPhotos: typeof JlPhotos
    JlPicture: typeof JlPicture
    JlQr: typeof JlQr
    JlScanner: typeof JlScanner
    JlSheet: typeof JlSheet
    JlTabbar: typeof JlTabbar
    JlTag: typeof JlTag
    JlTimes: typeof JlTimes
    JlVerdict: typeof JlVerdict
    JlVoice: typeof JlVoice
    JlWrong: typeof JlWrong
  }
}
