import { z } from 'zod'
import { everyRecord, flag, nested, number, oneOf, refuse, seconds, word } from './fields.ts'

export const touchpoint = z.strictObject({
  ...everyRecord(),
  name: word(),
  stage: word().nullish(),
  channel: word(),
  department: word().nullish(),
  awareness: oneOf(['conscious', 'unconscious']).nullish(),
  momentOfTruth: flag().nullish(),
  selfService: flag().nullish(),
  ideal: nested(
    z.strictObject({ csat: number().nullish(), ces: number().nullish(), maxSeconds: seconds().nullish() }),
  ).nullish(),
})

/** Ideals are asked on the standard scales: satisfaction 1-5, ease 1-7. */
export function touchpointRules(record: z.output<typeof touchpoint>, context: z.core.$RefinementCtx): void {
  const highest = { csat: 5, ces: 7 } as const
  for (const field of ['csat', 'ces'] as const) {
    const ideal = record.ideal?.[field]
    if (ideal != null && (ideal < 1 || ideal > highest[field])) {
      refuse(
        context,
        'SCORE_OUTSIDE_SCALE',
        `${ideal} lies outside 1-${highest[field]}`,
        `Send the ideal mean on 1-${highest[field]}`,
        ['ideal', field],
      )
    }
  }
}
