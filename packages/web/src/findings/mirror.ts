import type { MirrorQuery } from '../graphql/generated/graphql.ts'

export type MirrorKey =
  | 'ACTIVE_CUSTOMERS'
  | 'STAGE_CONVERSION'
  | 'CES'
  | 'RELATIONAL_NPS'
  | 'RETAINED_MARGIN'
  | 'SERVICE_COST'
  | 'SERVICE_COST_RATIO'
  | 'CONTACT_RATE'
  | 'FIRST_TIME_FIX'
  | 'AHT'

type MapStage = MirrorQuery['journeyMaps']['nodes'][number]['stages'][number]

/** One figure of a stage. `value` null: nothing to tell, or withheld. `ideal` null: none was set. */
export type StageFigure = { value: number | null; n: number | null; ideal: number | null }

/** A stage of the journey with what it brings in and what help in it costs. */
export type MirrorStage = {
  id: string
  name: string
  timeWellSpent: boolean
  figures: Record<MirrorKey, StageFigure>
  /** What help costs over what was designed, in money. 0: not more; null: no design, no margin, or no cost. */
  excess: number | null
}

/** From so many records on a figure is believed. */
const ENOUGH = 30

/** Whether a figure stands on too few records to lean on. */
export const isThin = ({ value, n }: StageFigure) => value !== null && (n ?? 0) < ENOUGH

/**
 * The stages of the map that most customers are on, in the map's own order. Empty: there is no map, or nobody was on one.
 */
export function mirrorStages({ metrics, journeyMaps }: MirrorQuery): MirrorStage[] {
  const totals = new Map<string, { value: number | null; n: number | null }>()
  const place = (key: string, stage: string) => `${key} ${stage}`
  for (const { definition, series } of metrics) {
    for (const { keys, total } of series) totals.set(place(definition.key, keys[0]?.value ?? ''), total)
  }
  const customersOn = (stages: readonly MapStage[]) =>
    stages.reduce((sum, { id }) => sum + (totals.get(place('ACTIVE_CUSTOMERS', id))?.value ?? 0), 0)
  const [map] = journeyMaps.nodes
    .map(({ stages }) => ({ stages, customers: customersOn(stages) }))
    .toSorted((a, b) => b.customers - a.customers)
  if (!map || map.customers === 0) return []
  return map.stages.map(({ id, name, timeWellSpent, ideal }) => {
    const of = (key: MirrorKey, design: number | null | undefined = null): StageFigure => {
      const { value = null, n = null } = totals.get(place(key, id)) ?? {}
      return { value, n, ideal: design }
    }
    const margin = of('RETAINED_MARGIN')
    const designed =
      timeWellSpent === true || margin.value === null || ideal?.costPerMargin == null
        ? null
        : Math.max(0, margin.value) * ideal.costPerMargin
    const cost = of('SERVICE_COST', designed)
    return {
      id,
      name,
      timeWellSpent: timeWellSpent === true,
      excess: designed === null || cost.value === null ? null : Math.max(0, cost.value - designed),
      figures: {
        ACTIVE_CUSTOMERS: of('ACTIVE_CUSTOMERS'),
        STAGE_CONVERSION: of('STAGE_CONVERSION', ideal?.conversion),
        CES: of('CES', ideal?.ces),
        RELATIONAL_NPS: of('RELATIONAL_NPS', ideal?.relationalNps),
        RETAINED_MARGIN: margin,
        SERVICE_COST: cost,
        SERVICE_COST_RATIO: of('SERVICE_COST_RATIO', ideal?.costPerMargin),
        CONTACT_RATE: of('CONTACT_RATE', ideal?.contactRate),
        FIRST_TIME_FIX: of('FIRST_TIME_FIX', ideal?.firstTimeFix),
        AHT: of('AHT', ideal?.handleSeconds),
      },
    }
  })
}

/** The stage where help costs most for what it brings in, but where help is time well spent. Null: none tells enough. */
export function worstStage(stages: readonly MirrorStage[]): MirrorStage | null {
  const told = stages.filter(
    ({ timeWellSpent, figures: { SERVICE_COST_RATIO: ratio } }) =>
      !timeWellSpent && ratio.value !== null && !isThin(ratio),
  )
  return told.toSorted((a, b) => ratioOf(b) - ratioOf(a))[0] ?? null
}

/** Where help costs more for what it brings in than in the worst stage, since it is time well spent. */
export const dearerByDesign = (stages: readonly MirrorStage[], worst: MirrorStage): MirrorStage[] =>
  stages.filter(stage => stage.timeWellSpent && ratioOf(stage) > ratioOf(worst))

const ratioOf = ({ figures }: MirrorStage) => figures.SERVICE_COST_RATIO.value ?? 0
