import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { printedSchema } from './schema.ts'

await writeFile(join(import.meta.dirname, '../../schema.graphql'), await printedSchema())
