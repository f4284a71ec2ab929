/** merge: what is equal is one customer. suggest: people decide. off: it is no sign. */
export type RuleMode = 'merge' | 'suggest' | 'off'

/** By what, besides their senders' own word, identities are found to be of one customer. */
export interface IdentityRules {
  emailRule: RuleMode
  /** Households and companies share numbers, and providers give them out again: by default people decide. */
  phoneRule: RuleMode
  /** Of numbers without a country code whose customer's country is not known: by ISO 3166. */
  phoneCountry: string
}

export const defaultRules: IdentityRules = { emailRule: 'merge', phoneRule: 'suggest', phoneCountry: 'NL' }
