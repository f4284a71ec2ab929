import { GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql'

const Problem = new GraphQLObjectType({
  name: 'Problem',
  description: 'Something to know about what was sent.',
  fields: Object.fromEntries(
    Object.entries({
      code: 'What it is, for scripts: it does not change.',
      path: 'Where in the arguments, dotted: `input.openedAt`. Empty: it is about the whole.',
      message: 'What it is, for people.',
      fix: 'What to do about it.',
    }).map(([name, description]) => [name, { type: new GraphQLNonNull(GraphQLString), description }]),
  ),
})

export const problems = new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(Problem)))
