import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { catalogueOfMetrics } from './catalogue-page.ts'

await writeFile(join(import.meta.dirname, '../../../../docs/metrics.md'), catalogueOfMetrics())
