import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { type Failure, failureOf } from '../../graphql/failure.ts'
import { AnswersDocument, type AnswersQuery, type FeedbackWhere } from '../../graphql/generated/graphql.ts'

export type Answers = {
  /** The last good list stays while the next one is fetched. Null: none has come. */
  list: AnswersQuery['feedback'] | null
  failure: Failure | null
  retry: () => void
  /** Null: everything is here. */
  more: (() => void) | null
  fetchingMore: boolean
}

/** What customers answered, newest first. */
export function useAnswers(where: FeedbackWhere): Answers {
  const { data, previousData, error, refetch, fetchMore } = useQuery(AnswersDocument, {
    variables: { where },
    fetchPolicy: 'no-cache',
  })
  const [fetchingMore, setFetching] = useState(false)
  const more = async (here: AnswersQuery['feedback']) => {
    setFetching(true)
    await fetchMore({
      variables: { where, after: here.pageInfo.endCursor },
      updateQuery: ({ feedback }, { fetchMoreResult }) => ({
        feedback: { ...fetchMoreResult.feedback, nodes: [...feedback.nodes, ...fetchMoreResult.feedback.nodes] },
      }),
    }).catch(() => undefined)
    setFetching(false)
  }
  return {
    list: error ? null : ((data ?? previousData)?.feedback ?? null),
    failure: error ? failureOf(error) : null,
    retry: () => void refetch(),
    more: data?.feedback.pageInfo.hasNextPage ? () => void more(data.feedback) : null,
    fetchingMore,
  }
}
