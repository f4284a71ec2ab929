import { expect, it } from 'vitest'
import type { MirrorQuery } from '../graphql/generated/graphql.ts'
import { dearerByDesign, isThin, mirrorStages, worstStage } from './mirror.ts'

type Figures = Record<string, Record<string, [value: number, n: number]>>

const answer = (figures: Figures, maps: MirrorQuery['journeyMaps']['nodes']): MirrorQuery => ({
  metrics: Object.entries(figures).map(([key, byStage]) => ({
    definition: { key: key as MirrorQuery['metrics'][number]['definition']['key'], unit: 'money', params: [] },
    asOf: '2026-03-01T12:00:00Z',
    notFilteredBy: [],
    series: Object.entries(byStage).map(([value, [total, n]]) => ({
      keys: [{ value }],
      total: { value: total, n, suppressed: false },
    })),
  })),
  journeyMaps: { nodes: maps },
})

const noIdeal = {
  ces: null,
  relationalNps: null,
  conversion: null,
  contactRate: null,
  firstTimeFix: null,
  handleSeconds: null,
  costPerMargin: null,
}
const stage = (id: string, costPerMargin: number | null, timeWellSpent: boolean | null = null) => ({
  id,
  name: id.toUpperCase(),
  timeWellSpent,
  ideal: { ...noIdeal, costPerMargin },
})
const buying = { id: '1', name: 'Buying', stages: [stage('look', 0.1, true), stage('buy', 0.2), stage('use', 0.5)] }
const figures: Figures = {
  ACTIVE_CUSTOMERS: { look: [900, 900], buy: [500, 500], use: [80, 80], sign: [20, 20] },
  RETAINED_MARGIN: { look: [100, 40], buy: [1000, 400], use: [200, 60] },
  SERVICE_COST: { look: [150, 60], buy: [350, 90], use: [90, 30] },
  SERVICE_COST_RATIO: { look: [1.5, 60], buy: [0.35, 90], use: [0.45, 12] },
}

it('the mirror shows the map that most customers are on, in its own order', () => {
  const maps = [{ id: '2', name: 'Moving', stages: [stage('sign', 0.1)] }, buying]
  expect(mirrorStages(answer(figures, maps)).map(({ name }) => name)).toEqual(['LOOK', 'BUY', 'USE'])
  expect(mirrorStages(answer({}, maps))).toEqual([])
})

it('what help costs beyond the design is told where there is one, and nowhere that help is time well spent', () => {
  const [look, buy, use] = mirrorStages(answer(figures, [buying]))
  expect(look).toMatchObject({ excess: null, figures: { SERVICE_COST: { value: 150, ideal: null } } })
  expect(buy).toMatchObject({ excess: 150, figures: { SERVICE_COST: { value: 350, ideal: 200 } } })
  expect(use).toMatchObject({ excess: 0, figures: { STAGE_CONVERSION: { value: null, n: null } } })
})

it('no stage is called the worst for time well spent, nor on a handful of records', () => {
  const stages = mirrorStages(answer(figures, [buying]))
  expect(worstStage(stages)?.name).toBe('BUY')
  expect(stages.map(({ figures: { SERVICE_COST_RATIO: ratio } }) => isThin(ratio))).toEqual([false, false, true])
  expect(worstStage([])).toBeNull()
  const [look, buy] = stages
  if (!look || !buy) throw new Error('no stages')
  expect(dearerByDesign(stages, buy)).toEqual([look])
  expect(dearerByDesign([buy], buy)).toEqual([])
})
