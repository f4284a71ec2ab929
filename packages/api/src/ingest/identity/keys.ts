import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** An address as it is compared. Null: it is none. */
export function emailKey(email: string | null | undefined): string | null {
  const address = email?.normalize('NFKC').trim().toLowerCase() ?? ''
  return /^[^\s@]+@[^\s@]+$/.test(address) ? address : null
}

const WITHOUT_DOTS = new Set(['gmail.com', 'googlemail.com'])

/** The same for addresses that often are of one mailbox: tags after a plus are left out, and dots where they mean nothing. */
export function emailNear(key: string | null): string | null {
  if (key === null) return null
  const [mailbox = '', domain = ''] = key.split('@')
  const untagged = mailbox.replace(/(?<=.)\+.*$/, '')
  return WITHOUT_DOTS.has(domain) ? `${untagged.replaceAll('.', '')}@gmail.com` : `${untagged}@${domain}`
}

/**
 * A number with its country code, as E.164 writes it. Null: it is none.
 *
 * @param country of the customer, as sent
 */
export function phoneKey(
  phone: string | null | undefined,
  country: string | null | undefined,
  otherwise: string,
): string | null {
  if (!phone) return null
  const code = [country?.toUpperCase() ?? '', otherwise].find(word => isSupportedCountry(word))
  const number = parsePhoneNumberFromString(phone, code)
  return number?.isPossible() && !number.ext ? number.number : null
}
