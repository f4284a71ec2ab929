import type { RecordName } from '@tweeluik/schema/records'
import {
  GraphQLFloat,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLSchema,
  GraphQLString,
} from 'graphql'
import { asItStands, type FieldForm, type Row, reference } from './mutation-forms.ts'

type Odd = Readonly<Record<string, FieldForm>>

const ofAnyKind: Odd = {
  id: {
    type: GraphQLString,
    description: 'Its id in its source.',
    absent: 'one is made',
    ...asItStands,
  },
  currency: {
    type: GraphQLString,
    description: 'The currency of its amounts, by its ISO 4217 code.',
    absent: "the organisation's",
    ...asItStands,
  },
}

/** The form of a field that GraphQL gives back in another shape than it takes; undefined for all others. */
export function oddFields(schema: GraphQLSchema): (kind: RecordName, name: string) => FieldForm | undefined {
  const types = schema.getTypeMap()
  const required = (name: string) => new GraphQLNonNull(types[name] as GraphQLInputType)
  const OpeningHoursInput = new GraphQLInputObjectType({
    name: 'OpeningHoursInput',
    description: types['OpeningHours']?.description,
    fields: {
      weekday: { type: required('Weekday'), description: 'The day.' },
      opens: { type: required('String'), description: "When it begins, in the calendar's zone: `09:00`." },
      closes: {
        type: required('String'),
        description: "When it ends, in the calendar's zone: `17:30`, at most `24:00`.",
      },
    },
  })
  const HolidaysInput = new GraphQLInputObjectType({
    name: 'HolidaysInput',
    description: 'Days off: one of the two.',
    isOneOf: true,
    fields: {
      days: { type: new GraphQLList(required('Date')), description: 'One by one.' },
      country: { type: GraphQLString, description: 'The public holidays of this country.' },
    },
  })
  const IdentityInput = new GraphQLInputObjectType({
    name: 'IdentityInput',
    description: types['Identity']?.description,
    fields: {
      source: { type: required('String'), description: 'The system.' },
      id: { type: required('String'), description: 'The id in that system.' },
    },
  })
  const ofKind: Partial<Record<RecordName, Odd>> = {
    customer: {
      sameAs: {
        type: new GraphQLList(new GraphQLNonNull(IdentityInput)),
        description: 'Under which ids other sources know them.',
        ...asItStands,
      },
    },
    'contact-event': {
      customer: {
        description: 'Whose contact it is, where the contact itself does not say.',
        ...reference,
      },
    },
    feedback: {
      scale: {
        type: new GraphQLList(new GraphQLNonNull(GraphQLFloat)),
        description: 'The least and the most that could be answered.',
        absent: 'the usual scale of its kind',
        ...asItStands,
      },
    },
    calendar: {
      hours: {
        type: new GraphQLList(new GraphQLNonNull(OpeningHoursInput)),
        description: 'When it is open; the spans of a day in their order.',
        toRecord: value => hoursByWeekday(value as OpeningHours[]),
      },
      holidays: {
        type: HolidaysInput,
        description: 'Days off.',
        toRecord: value => Object.values(value as Row)[0],
      },
    },
  }
  return (kind, name) => ofKind[kind]?.[name] ?? ofAnyKind[name]
}

interface OpeningHours {
  weekday: string
  opens: string
  closes: string
}

function hoursByWeekday(spans: readonly OpeningHours[]) {
  const days = Map.groupBy(spans, ({ weekday }) => weekday)
  return Object.fromEntries(
    Array.from(days, ([weekday, hours]) => [weekday, hours.map(({ opens, closes }) => [opens, closes])]),
  )
}
