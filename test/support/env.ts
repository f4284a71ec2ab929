/**
 * The packed Chromium unpacks and uses the libraries it carries only where it believes to run in the cloud it was made for;
 * without them it does not start on a machine that has no NSS. To be called before the package is imported.
 */
export function letChromiumCarryItsLibraries(): void {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
}

/** How many processes `pnpm test:faults` kills, by TWEELUIK_KILLS. Undefined: not told. */
export function killsWanted(): number | undefined {
  const told = process.env.TWEELUIK_KILLS
  return told === undefined ? undefined : Number(told)
}
