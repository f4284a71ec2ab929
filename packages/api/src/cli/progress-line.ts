/** How much has been done of what nobody knows the size of. On a terminal only. */
export function progressLine(unit: string, quiet: boolean): { update(count: number): void; stop(): void } {
  if (quiet || !process.stderr.isTTY) return { update: () => {}, stop: () => {} }
  return {
    update: count => process.stderr.write(`\r${count.toLocaleString('en')} ${unit}`),
    stop: () => process.stderr.write('\r\u001b[K'),
  }
}
