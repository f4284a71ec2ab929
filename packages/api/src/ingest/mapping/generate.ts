import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { printedMappingSchema } from './editor-schema.ts'

await writeFile(join(import.meta.dirname, '../../../../../mappings/mapping.schema.json'), printedMappingSchema())
