/** Money is kept as a whole number of 1/10,000 of the major unit: exact, addable, four decimals. */
export const UNITS_PER_MAJOR = 10_000

/** The largest amount taken, in major units: ten million keeps the square of every amount inside a bigint cell. */
export const AMOUNT_MAX = 10_000_000

const DECIMAL = /^(-?)(\d{1,8})(?:\.(\d{1,4}))?$/

/**
 * An amount in major units as 1/10,000ths, or null when it is not an amount.
 * A string must be exact to four decimals; a number is read to four, since 19.99 is no exact binary number.
 */
export function parseAmount(amount: string | number): number | null {
  const text = typeof amount === 'number' ? amount.toFixed(4) : amount.trim()
  const match = DECIMAL.exec(text)
  if (!match) return null
  const [, sign = '', whole = '', decimals = ''] = match
  const units = Number(whole) * UNITS_PER_MAJOR + Number(decimals.padEnd(4, '0'))
  if (units > AMOUNT_MAX * UNITS_PER_MAJOR) return null
  return sign === '-' && units !== 0 ? -units : units
}

/** 1/10,000ths as an exact decimal string in major units: 67000 is "6.7". */
export function formatAmount(units: number | bigint | string): string {
  const value = BigInt(units)
  const absolute = value < 0n ? -value : value
  const whole = absolute / BigInt(UNITS_PER_MAJOR)
  const decimals = (absolute % BigInt(UNITS_PER_MAJOR)).toString().padStart(4, '0').replace(/0+$/, '')
  return `${value < 0n ? '-' : ''}${whole}${decimals ? `.${decimals}` : ''}`
}

const currencies = new Set(Intl.supportedValuesOf('currency'))

/** Whether this is an ISO 4217 code that is in use. */
export function isCurrency(code: string): boolean {
  return currencies.has(code)
}
