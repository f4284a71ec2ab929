import type { TransactionSql } from '../../db/pools.ts'
import type { Derive } from './derive.queries.ts'

/** Answered when any answer names it. */
export const surveyDerivation: Derive = () => ({
  joins: '',
  columns: { answered: 'exists (select from feedback b where b.survey_id = f.id)' },
})

/** Surveys that answers of this batch name, or no longer name. */
export async function touchSurveysOfAnswers(sql: TransactionSql): Promise<void> {
  await sql`/* touchSurveysOfAnswers */
    insert into touched_surveys (customer_id, id)
    select s.customer_id, s.id
    from (
      select survey_id from next_feedback where action in ('created', 'updated') and survey_id is not null
      union select survey_id from image_feedback where sign < 0 and survey_id is not null
    ) b join surveys s on s.id = b.survey_id
    on conflict do nothing`
}
