/** wot-design-uni in our colours and sizes, so that its pickers and forms are not strangers on the page. */
import type { ConfigProviderThemeVars } from 'wot-design-uni'

const COLOURS = {
  colorTheme: '#17695C',
  colorSuccess: '#17695C',
  colorWarning: '#8A5A00',
  colorDanger: '#B93222',
  buttonPrimaryBgColor: '#17695C',
  calendarActiveColor: '#17695C',
  radioCheckedColor: '#17695C',
  checkboxCheckedColor: '#17695C',
  switchActiveColor: '#17695C',
}
const USUAL = { fsTitle: '18px', fsContent: '16px', fsSecondary: '14px', cellTitleFs: '16px', cellValueFs: '16px', pickerColumnItemHeight: '44px' }
const ELDER = { fsTitle: '24px', fsContent: '20px', fsSecondary: '18px', cellTitleFs: '20px', cellValueFs: '20px', buttonLargeHeight: '64px', pickerColumnItemHeight: '60px', pickerColumnFs: '24px' }

export const themeFor = (elder: boolean): ConfigProviderThemeVars => ({ ...COLOURS, ...(elder ? ELDER : USUAL) })
