import { dayReader } from '@tweeluik/schema'
import type { RowList } from 'postgres'
import type { Context } from '../context.ts'
import { refuseHeavy } from '../db/too-heavy.ts'
import { may } from '../security/roles.ts'
import { type Answer, answerOne, withRest } from './answer.ts'
import { type FigureRow, selectFigures } from './figures.queries.ts'
import { dimensionsOf } from './filter.ts'
import { foldFigures } from './fold.ts'
import { selectAsOf } from './freshness.queries.ts'
import { selectRatePer } from './names.queries.ts'
import { planFact } from './plan.ts'
import { namesOf, readyPositions } from './positions.ts'
import { type Question, type QuestionInput, readQuestion } from './question.ts'
import { needsOf } from './terms.ts'
import { timelineOf } from './timeline.ts'
import { selectValues, type ValueRow } from './values.queries.ts'
import { foldValueRows, planValues, valueNamesOf } from './values.ts'
import { withholdSmall } from './withhold.ts'

/** What the engine needs of a request. */
export type Asker = Pick<Context, 'database' | 'viewer' | 'settings' | 'now'>

/** An answered question, and the SQL that answered it. */
export interface Answered {
  answers: Answer[]
  /** By the key of what is needed. */
  sql: ReadonlyMap<string, string>
  /** The same of values. */
  valuesSql: ReadonlyMap<string, string>
}

/**
 * Answers all metrics of a question by one statement per fact, and one more for its values where percentiles are asked,
 * in one transaction: they agree with each other and with `asOf`. Answers come in the order of the keys.
 *
 * @param plan which road each fact takes, and `planSpread` each fact's values; tests take every road.
 * @throws a ProblemError when the question cannot be asked or is too heavy.
 */
export async function answerMetrics(
  asker: Asker,
  input: QuestionInput,
  plan = planFact,
  planSpread = planValues,
): Promise<Answered> {
  return await answerQuestion(asker, questionOf(asker, input), plan, planSpread)
}

/** @throws a ProblemError that says what cannot be asked. */
export function questionOf({ settings, now }: Pick<Asker, 'settings' | 'now'>, input: QuestionInput): Question {
  return readQuestion(input, settings, dayReader(settings.timeZone)(now.getTime()))
}

/**
 * As {@link answerMetrics}, of a question that was read. Customers who are in several groups are asked once more for
 * those after the `top` together, in a transaction of its own.
 *
 * @throws QUESTION_TOO_HEAVY
 */
export async function answerQuestion(
  asker: Asker,
  question: Question,
  plan = planFact,
  planSpread = planValues,
): Promise<Answered> {
  const told = await tell(asker, question, plan, planSpread)
  const answers: Answer[] = []
  for (const answer of told.answers) {
    if (!answer.rest) answers.push(answer)
    else {
      const about = { ...question, asked: [answer.asked], groupBy: [], filter: answer.rest, values: false }
      const [rest = answer] = (await tell(asker, about, plan, planSpread)).answers
      answers.push(withRest(answer, rest, question))
    }
  }
  return { ...told, answers: may(asker.viewer, 'rows') ? answers : answers.map(withholdSmall) }
}

/** What the figures are, whoever asks. */
async function tell(
  asker: Asker,
  question: Question,
  plan: typeof planFact,
  planSpread: typeof planValues,
): Promise<Answered> {
  const { database, viewer, settings, now } = asker
  const { timeZone } = settings
  const dayOf = dayReader(timeZone)
  const timeline = timelineOf(question)
  const needs = needsOf(question)
  const stored = await readyPositions(database, viewer, [...needs.flatMap(namesOf), ...valueNamesOf(question)])
  const plans = needs.map(need => plan(need, need.question, stored, viewer))
  const spreads = planSpread(question, stored)
  const isRated = question.asked.some(({ metric }) => metric.ratePer) && asksTrigger(question)
  const [[fresh], ...rows] = await database
    .asReader(viewer.brands, sql => [
      selectAsOf(sql, now),
      ...plans.map(plan => selectFigures(sql, { plan, timeline, now, timeZone })),
      ...spreads.map(plan => selectValues(sql, plan)),
      ...(isRated ? [selectRatePer(sql)] : []),
    ])
    .catch(refuseHeavy)
  const figures = rows.slice(0, plans.length) as RowList<FigureRow[]>[]
  const values = rows.slice(plans.length, plans.length + spreads.length) as RowList<ValueRow[]>[]
  const rates = (isRated ? rows.at(-1) : []) as readonly { id: string; exposure: string }[]
  const ratePer = new Map(rates.map(({ id, exposure }) => [id, exposure]))
  const asOf = fresh.asOf
  const facts = new Map(plans.map((plan, index) => [plan.key, foldFigures(figures[index] ?? [], plan, timeline)]))
  const spread = spreads.map((plan, index) => foldValueRows(values[index] ?? [], plan))
  const answering = { question, timeline, facts, spread, ratePer, asOf, today: dayOf(asOf.getTime()) }
  const answers = question.asked.map(asked => answerOne(asked, answering))
  return {
    answers,
    sql: new Map(plans.map(({ key }, index) => [key, figures[index]?.statement.string ?? ''])),
    valuesSql: new Map(spreads.map(({ key }, index) => [key, values[index]?.statement.string ?? ''])),
  }
}

const asksTrigger = ({ groupBy, filter }: Question) =>
  groupBy.includes('TRIGGER') || dimensionsOf(filter).has('TRIGGER')
