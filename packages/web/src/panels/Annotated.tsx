import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { type Annotation, AnnotationsContext } from '../charts/annotations.ts'
import type { AnnotatedFragment } from '../graphql/generated/graphql.ts'
import { useScope } from '../routes/useScope.ts'
import { AnnotationList } from './AnnotationList.tsx'

type Props = {
  /** Of the page. Null while nothing has come. */
  answer: AnnotatedFragment | null
  /** Of the list. */
  className?: string | undefined
  /** The charts that draw what happened. */
  children: ReactNode
}

/** Charts of a page, and above them what the numbers in them stand for. */
export function Annotated({ answer, className, children }: Props) {
  const { brand: brands } = useScope().scope.chosen
  const nodes = answer?.annotations.nodes
  const annotations = useMemo(
    () =>
      (nodes ?? [])
        .filter(({ brand }) => brand == null || !brands || brands.includes(brand))
        .map(
          ({ id, name, from, to, lens }, index): Annotation => ({
            id,
            number: index + 1,
            name,
            from,
            to: to ?? null,
            lens: lens ?? null,
          }),
        ),
    [nodes, brands],
  )
  return (
    <AnnotationsContext value={useDeferredValue(annotations)}>
      <AnnotationList className={className} />
      {children}
    </AnnotationsContext>
  )
}
