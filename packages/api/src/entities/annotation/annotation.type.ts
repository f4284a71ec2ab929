import { Field, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.type.ts'
import { CatalogueRecord } from '../../graphql/node.type.ts'
import { Day } from '../../graphql/scalars.ts'
import { AnnotationLens } from './annotation.words.ts'

@ObjectType({
  description: 'What happened on a day or over some days, to be seen beside figures.',
  implements: CatalogueRecord,
  simpleResolvers: true,
})
export class Annotation extends CatalogueRecord {
  @Field(() => String, { description: 'What is written beside it.' })
  name!: string

  @Field(() => Day, { description: 'The day, or the first of several.' })
  from!: string

  @Field(() => Day, { nullable: true, description: 'The day after the last one. Null: it was a moment, on its day.' })
  to?: string | null

  @Field(() => String, { nullable: true, description: 'What there is to know of it. Null: nothing more.' })
  description?: string | null

  @Field(() => String, { nullable: true, description: 'The department that owns it. Null: not known.' })
  department?: string | null

  @Field(() => AnnotationLens, { nullable: true, description: 'The panel it is drawn on. Null: both.' })
  lens?: string | null
}

export const AnnotationConnection = connectionOf(() => Annotation, 'Annotation')
