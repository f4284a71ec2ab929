const WRITTEN = {
  ',': /^[+-]?(\d{1,3}([.\s']\d{3})+|\d+)(,\d+)?$/,
  '.': /^[+-]?(\d{1,3}([,\s']\d{3})+|\d+)(\.\d+)?$/,
} as const

/** The number as plain decimal text, so that no digit of an amount is lost; null when it is none. */
export function readNumber(text: string, decimal: ',' | '.'): string | null {
  if (!WRITTEN[decimal].test(text)) return null
  const [whole = '', decimals] = text.split(decimal)
  const digits = whole.replace(/[.,\s']/g, '')
  return decimals === undefined ? digits : `${digits}.${decimals}`
}
