import type { RecordKind, recordKinds } from '@tweeluik/schema/records'
import type { z } from 'zod'

/** A record of one kind as its sender writes it; the demo company's ids are always text. */
export type Sent<Kind extends RecordKind> = z.input<(typeof recordKinds)[Kind]['schema']> & { id: string }
