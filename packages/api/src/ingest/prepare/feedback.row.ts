import { judge, standardScale, standardScoreE2 } from '@tweeluik/schema'
import { factRow, idOf, type RowMaker, refOf } from './rows.ts'

/** An answer's own columns and its verdict; channel and team come from its contact. */
export const feedbackRow: RowMaker<'feedback'> = (record, context) => {
  const { source, dayOf } = context
  const refs = {
    survey: refOf(record.survey, source),
    contact: refOf(record.contact, source),
    journey: refOf(record.journey, source),
    touchpoint: refOf(record.touchpoint, source),
  }
  const scale = record.scale ?? standardScale[record.kind]
  const verdict = judge(record.kind, record.score, scale)
  return {
    ...factRow('feedback', record, refs, context),
    kind: record.kind,
    score: record.score,
    scaleMin: scale[0],
    scaleMax: scale[1],
    at: record.at,
    surveyId: idOf('survey', refs.survey),
    comment: record.comment ?? null,
    language: record.language ?? null,
    contactId: idOf('contact', refs.contact),
    journeyId: idOf('journey', refs.journey),
    touchpointId: idOf('touchpoint', refs.touchpoint),
    resolved: record.resolved ?? null,
    wanted: record.wanted ?? null,
    day: dayOf(record.at.getTime()),
    favourable: verdict?.favourable ?? false,
    unfavourable: verdict?.unfavourable ?? false,
    standardScoreE2: standardScoreE2(record.kind, record.score, scale),
  }
}
