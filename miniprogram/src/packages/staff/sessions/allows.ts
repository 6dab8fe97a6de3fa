/** Whether the server offers a button; what it says there is its word. */
interface Offers {
  actions: { action: string; label: string }[]
}

export const allows = ({ actions }: Offers, action: string) => actions.some(one => one.action === action)
export const actionIn = ({ actions }: Offers, action: string) => actions.find(one => one.action === action)
export const labelOf = ({ actions }: Offers, action: string) => actions.find(one => one.action === action)?.label ?? ''
