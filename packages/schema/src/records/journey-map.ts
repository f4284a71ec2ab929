import { z } from 'zod'
import { count, everyRecord, flag, nested, number, reference, refuse, seconds, share, word } from './fields.ts'

const ideal = z.strictObject({
  ces: number().nullish(),
  relationalNps: number().nullish(),
  conversion: share(1).nullish(),
  contactRate: share(1_000_000).nullish(),
  firstTimeFix: share(1).nullish(),
  handleSeconds: seconds().nullish(),
  costPerMargin: share(1_000_000).nullish(),
})

const step = z.strictObject({
  touchpoint: reference(),
  stage: word(),
  optional: flag().nullish(),
  maxSeconds: seconds().nullish(),
})

const stage = z.strictObject({ id: word(), name: word(), timeWellSpent: flag().nullish(), ideal: ideal.nullish() })

const STEPS_MAX = 500
const STAGES_MAX = 50

export const journeyMap = z.strictObject({
  ...everyRecord(),
  name: word(),
  windowDays: count(3660).nullish(),
  /** The touchpoint at which the journey is complete. */
  completedBy: reference().nullish(),
  steps: nested(z.array(step).max(STEPS_MAX)),
  stages: nested(z.array(stage).min(1).max(STAGES_MAX)),
})

/** A step stands in one of the map's stages, and a touchpoint in one step: it tells the stage of what happens there. */
export function journeyMapRules(record: z.output<typeof journeyMap>, context: z.core.$RefinementCtx): void {
  const stages = new Set<string>()
  record.stages.forEach(({ id }, index) => {
    if (stages.has(id)) {
      refuse(context, 'DUPLICATE_STAGE', `Stage ${id} stands here twice`, 'Give every stage an id of its own', [
        'stages',
        `${index}`,
        'id',
      ])
    }
    stages.add(id)
  })
  const touchpoints = new Set<string>()
  record.steps.forEach(({ touchpoint, stage }, index) => {
    const path = ['steps', `${index}`]
    if (!stages.has(stage)) {
      refuse(context, 'UNKNOWN_STAGE', `${stage} is no stage of this map`, `Send one of ${[...stages].join(', ')}`, [
        ...path,
        'stage',
      ])
    }
    const key = JSON.stringify(touchpoint)
    if (touchpoints.has(key)) {
      refuse(context, 'DUPLICATE_STEP', 'This touchpoint has a step already', 'Keep one step a touchpoint', [
        ...path,
        'touchpoint',
      ])
    }
    touchpoints.add(key)
  })
}
