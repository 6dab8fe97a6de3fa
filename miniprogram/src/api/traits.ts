/** What a state means for a page, from the generated flows: nobody lists states by hand. */

type States = Record<string, { readonly label: string; readonly traits: readonly string[] }>

export const has = <S extends States>(states: S, state: keyof S, trait: string) => states[state].traits.includes(trait)
