import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { ConnectionArgs, Where } from '../../graphql/connection.inputs.ts'
import { pageOf } from '../../graphql/connection.ts'
import { PeriodInput } from '../../metrics/metric.inputs.ts'
import { AnnotationArgs } from './annotation.inputs.ts'
import { annotationSource } from './annotation.source.ts'
import { Annotation, AnnotationConnection } from './annotation.type.ts'

@Resolver(() => Annotation)
export class AnnotationResolver {
  @Query(() => AnnotationConnection, { description: 'What happened, to be seen beside figures.' })
  annotations(
    @Args(() => AnnotationArgs) args: ConnectionArgs,
    @Arg('during', () => PeriodInput, { nullable: true, description: 'Only what touches these days.' })
    during: PeriodInput | undefined,
    @Ctx() context: Context,
  ) {
    const where = during ? { and: [touching(during), ...(args.where ? [args.where] : [])] } : args.where
    return new AnnotationConnection(pageOf(context, annotationSource, { ...args, ...(where && { where }) }))
  }
}

function touching({ from, to }: PeriodInput): Where {
  return { from: { lt: to }, or: [{ to: { gt: from } }, { to: { isNull: true }, from: { gte: from } }] }
}
