import type {
  JourneyMapInput,
  JourneyMapSettingFragment,
  TouchpointSettingFragment,
} from '../../../graphql/generated/graphql.ts'
import { durationText, flagOrNull, flagText, numberOrNull, secondsOf, textOf } from '../values.ts'

/** What a stage should be like, that is a plain number. */
export const idealNumbers = [
  'ces',
  'relationalNps',
  'conversion',
  'contactRate',
  'firstTimeFix',
  'costPerMargin',
] as const

/** A map as its form holds it. */
export type MapValues = ReturnType<typeof valuesOf>
export type StageValues = MapValues['stages'][number]
export type StepValues = MapValues['steps'][number]

export const newStage = (name: string, taken: readonly string[]): StageValues => ({
  ...stageValues({ id: freeId(taken), name }, ''),
})
export const newStep = (touchpoint: string, stage: string): StepValues => ({
  touchpoint,
  stage,
  optional: 'no',
  maxSeconds: '',
})

function freeId(taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number += 1) if (!taken.includes(`stage-${number}`)) return `stage-${number}`
}

type Stage = Partial<JourneyMapSettingFragment['stages'][number]> & { id: string; name: string }

const stageValues = ({ id, name, timeWellSpent, ideal }: Stage, hour: string) => ({
  id,
  name,
  timeWellSpent: flagText(timeWellSpent),
  ideal: {
    ces: textOf(ideal?.ces),
    relationalNps: textOf(ideal?.relationalNps),
    conversion: textOf(ideal?.conversion),
    contactRate: textOf(ideal?.contactRate),
    firstTimeFix: textOf(ideal?.firstTimeFix),
    costPerMargin: textOf(ideal?.costPerMargin),
    handleSeconds: durationText(ideal?.handleSeconds, hour),
  },
})

export const valuesOf = (map: JourneyMapSettingFragment | null, hour: string) => ({
  name: textOf(map?.name),
  windowDays: textOf(map?.windowDays),
  completedBy: textOf(map?.completedBy?.id),
  stages: (map?.stages ?? []).map(stage => stageValues(stage, hour)),
  steps: (map?.steps ?? []).map(({ touchpoint, stage, optional, maxSeconds }) => ({
    touchpoint: textOf(touchpoint?.id),
    stage,
    optional: flagText(optional),
    maxSeconds: durationText(maxSeconds, hour),
  })),
})

/** A map as the server takes it. A step whose touchpoint is not known here goes as it is not. */
export function inputOf(values: MapValues, touchpoints: readonly TouchpointSettingFragment[]) {
  const reference = (id: string) => {
    const touchpoint = touchpoints.find(other => other.id === id)
    return touchpoint ? { source: touchpoint.source, id: touchpoint.externalId } : null
  }
  return {
    name: values.name.trim(),
    windowDays: numberOrNull(values.windowDays),
    completedBy: reference(values.completedBy),
    stages: values.stages.map(({ id, name, timeWellSpent, ideal: { handleSeconds, ...ideal } }) => {
      const numbers = Object.fromEntries(idealNumbers.map(metric => [metric, numberOrNull(ideal[metric])]))
      const told = { ...numbers, handleSeconds: secondsOf(handleSeconds) }
      const isTold = Object.values(told).some(value => value !== null)
      return { id, name: name.trim(), timeWellSpent: flagOrNull(timeWellSpent), ideal: isTold ? told : null }
    }),
    steps: values.steps.flatMap(({ touchpoint, stage, optional, maxSeconds }) => {
      const at = reference(touchpoint)
      return at ? [{ touchpoint: at, stage, optional: flagOrNull(optional), maxSeconds: secondsOf(maxSeconds) }] : []
    }),
  } satisfies JourneyMapInput
}
