import { join } from 'node:path'
import { Readable } from 'node:stream'
import { loadMapping } from '../../packages/api/src/ingest/mapping/load-mapping.ts'
import { type MappedRow, type MappingRun, startRun } from '../../packages/api/src/ingest/mapping/make-record.ts'
import { type ForeignFile, readMapped } from '../../packages/api/src/ingest/mapping/map-rows.ts'

/** A text as a file of that path, which throws when it cannot be read. */
export function textFile(text: string, path = 'test.csv'): ForeignFile {
  return {
    path,
    open: () => Readable.from([Buffer.from(text)]),
    onUnreadable(error) {
      throw error
    },
  }
}

/** What a mapping makes of texts, each a file of one import; `folder` is where it looks things up. */
export function mapTexts(
  yaml: string,
  texts: readonly string[],
  { run = startRun(), folder = '' }: { run?: MappingRun; folder?: string } = {},
): Promise<MappedRow[]> {
  const files = texts.map((text, at) => textFile(text, join(folder, `${at}.csv`)))
  return Array.fromAsync(readMapped(loadMapping(yaml, 'test.yaml'), files, run))
}
