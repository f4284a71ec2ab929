import { Field, Float, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.type.ts'
import { CatalogueRecord } from '../../graphql/node.type.ts'
import { Awareness } from './touchpoint.words.ts'

@ObjectType({ description: 'What a touchpoint should be like.', simpleResolvers: true })
export class TouchpointIdeal {
  @Field(() => Float, { nullable: true, description: 'Mean satisfaction, 1 to 5. Null: none was set.' })
  csat?: number | null

  @Field(() => Float, { nullable: true, description: 'Mean ease (CES 2.0), 1 to 7. Null: none was set.' })
  ces?: number | null

  @Field(() => Int, { nullable: true, description: 'Seconds that it should take at most. Null: none was set.' })
  maxSeconds?: number | null
}

@ObjectType({
  description: 'A place where customer and company meet: an ad, a product page, a chat, a delivery.',
  implements: CatalogueRecord,
  simpleResolvers: true,
})
export class Touchpoint extends CatalogueRecord {
  @Field(() => String, { description: 'What people call it.' })
  name!: string

  @Field(() => String, {
    nullable: true,
    description: 'The stage it stands in where no journey map says otherwise. Null: none.',
  })
  stage?: string | null

  @Field(() => String, { description: 'By what they meet: web, chat, road and so on, as sent.' })
  channel!: string

  @Field(() => String, { nullable: true, description: 'The department that owns it. Null: not known.' })
  department?: string | null

  @Field(() => Awareness, { nullable: true, description: 'Whether customers notice it. Null: not known.' })
  awareness?: string | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a good or bad experience here decides about the relation. Null: not known.',
  })
  momentOfTruth?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'Whether customers help themselves here. Null: not known.' })
  selfService?: boolean | null

  @Field(() => TouchpointIdeal, { nullable: true, description: 'What it should be like. Null: nothing was set.' })
  ideal?: TouchpointIdeal | null
}

export const TouchpointConnection = connectionOf(() => Touchpoint, 'Touchpoint')
