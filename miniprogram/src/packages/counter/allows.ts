/** Whether the server offers a button; what it says there is its word. */
interface Offers {
  actions: { action: string; label: string }[]
}

export const allows = (offers: Offers | null | undefined, action: string) => !!offers?.actions.some(one => one.action === action)
export const labelOf = (offers: Offers | null | undefined, action: string) => offers?.actions.find(one => one.action === action)?.label ?? ''
