// One error in both languages.
export type ErrorText = { readonly en: string; readonly zh: string }

export const text = (en: string, zh: string): ErrorText => ({ en, zh })
