import type { RowFormat } from '../read/read-rows.ts'
import { unreadable } from '../read/row.ts'
import type { MappingSpec } from './spec.ts'

/** How the rows of a mapping's file are written; throws {@link UnreadableInput} when it is for no file. */
export function rowFormatOf({ name, file }: { name: string; file: MappingSpec['file'] }): RowFormat {
  if (file.format !== 'singer') return file.format
  return unreadable('TAP_NEEDED', `${name} reads a tap, no file.`, 'Use `tap-anything | pnpm tweeluik sync singer`.')
}
