/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** With which period figures are compared. A period that still runs is compared up to the same elapsed day. */
export type Comparison =
  /** The calendar months just before when the period is whole months; else as many days just before. */
  | 'PREVIOUS_PERIOD'
  /** The same dates a year before; 29 February becomes 28 February. */
  | 'YEAR_AGO'
  /** 364 days before, so that weekdays pair; for grains DAY and WEEK only. */
  | 'YEAR_AGO_WEEKDAY';

/** How a contact ended, by the word of its sender. */
export type ContactOutcome =
  /** The customer left before anybody answered. */
  | 'ABANDONED'
  /** Its matter was settled. */
  | 'RESOLVED'
  /** It was handled, its matter not settled. */
  | 'UNRESOLVED';

/** Which way is better. */
export type Direction =
  /** Less is better. */
  | 'DOWN'
  /** Neither is better. */
  | 'NONE'
  /** More is better. */
  | 'UP';

/** Calendar buckets in the organisation's time zone. */
export type Grain =
  /** Days; one with a clock change has 23 or 25 hours. */
  | 'DAY'
  /** Calendar months. */
  | 'MONTH'
  /** Calendar quarters. */
  | 'QUARTER'
  /** ISO weeks, from Monday. */
  | 'WEEK'
  /** Calendar years. */
  | 'YEAR';

/** A language of words for people. */
export type Language =
  /** English. */
  | 'EN'
  /** Dutch. */
  | 'NL';

/** From which side a metric looks at the customer. */
export type Lens =
  /** Experience, the value centre. */
  | 'CX'
  /** Between the two. */
  | 'LINK'
  /** Customer service, the cost centre. */
  | 'SERVICE';

/** A metric; what it counts is in its definition. */
export type MetricKey =
  /** The share of customers who gave up before someone answered. */
  | 'ABANDONMENT_RATE'
  /** How many different customers ordered or visited. */
  | 'ACTIVE_CUSTOMERS'
  /** How long an agent is busy with a contact on average: talk, hold and wrap-up. */
  | 'AHT'
  /** How long customers wait on average until someone answers. */
  | 'AVERAGE_SPEED_OF_ANSWER'
  /** The share of customers who found it easy to be helped. */
  | 'CES'
  /** How many different customers had a contact with customer service. */
  | 'CONTACTING_CUSTOMERS'
  /** How often there was contact with customer service. */
  | 'CONTACTS'
  /** What a contact that was handled costs on average. */
  | 'COST_PER_CONTACT'
  /** The share of customers who are satisfied or very satisfied. */
  | 'CSAT'
  /** The mean satisfaction score on a scale of 1 to 5. */
  | 'CSAT_MEAN'
  /** The share of customers who did not come back about the same matter. */
  | 'FIRST_TIME_FIX'
  /** How many orders customers placed. */
  | 'ORDERS'
  /** Would customers recommend us, apart from any one contact? */
  | 'RELATIONAL_NPS'
  /** The share of all buyers so far who ordered on two or more days. */
  | 'REPEAT_CUSTOMER_RATE'
  /** The share of orders that come from customers who had ordered before. */
  | 'REPEAT_PURCHASE_RATE'
  /** The share of contacts that were resolved. */
  | 'RESOLUTION_RATE'
  /** What customers spent, net of refunds. */
  | 'REVENUE'
  /** What a customer in the active base spends on average, net of refunds. */
  | 'REVENUE_PER_CUSTOMER'
  /** How long an agent talks with the customer on average. */
  | 'TALK_TIME'
  /** Would customers recommend us after this one contact? */
  | 'TRANSACTIONAL_NPS';

/** The values of the parameter `per`. */
export type Per =
  /** per: month. */
  | 'MONTH'
  /** per: week. */
  | 'WEEK'
  /** per: year. */
  | 'YEAR';

/** Days in the organisation's time zone; at most 20 years. */
export type PeriodInput = {
  /** The first day. */
  from: string;
  /** The day after the last one. */
  to: string;
};

export type DefinitionQueryVariables = Exact<{
  lens: Lens;
  language: Language;
}>;


export type DefinitionQuery = { metricDefinitions: Array<{ key: MetricKey, name: string, description: string, formula: string, includes: string, excludes: string, countedOn: string, source: string, version: number, minSample: number }> };

export type OverviewQueryVariables = Exact<{
  period: PeriodInput;
  grain: Grain;
  comparison: Comparison;
  per?: Per | null | undefined;
  language?: Language | null | undefined;
}>;


export type OverviewQuery = { metrics: Array<{ asOf: string, definition: { key: MetricKey, lens: Lens, name: string, unit: string, direction: Direction, countedOn: string, minSample: number, params: Array<{ name: string, default: string | null }> }, period: { from: string, to: string }, total: { value: number | null, n: number | null, suppressed: boolean, denominator: number | null, interval: { low: number, high: number } | null, compared: { value: number | null, difference: number | null, significant: boolean | null, period: { from: string, to: string } } | null }, series: Array<{ points: Array<{ start: string, end: string, partial: boolean, value: { value: number | null, n: number | null, suppressed: boolean, interval: { low: number, high: number } | null, compared: { value: number | null } | null } }> }> }> };

export type RecordsQueryVariables = Exact<{
  key: MetricKey;
  period: PeriodInput;
  after?: string | null | undefined;
}>;


export type RecordsQuery = { metrics: Array<{ total: { n: number | null, records: { nodes: Array<
          | { __typename: 'Contact', id: string, openedAt: string, channel: string, team: string | null, topic: string | null, outcome: ContactOutcome | null }
          | { __typename: 'Customer', id: string, name: string | null, segment: string | null, country: string | null, acquiredAt: string | null }
          | { __typename: 'Feedback', id: string, at: string, score: number, comment: string | null }
          | { __typename: 'Order', id: string, at: string, placedIn: string | null, amount: { amount: string, currency: string } }
        >, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } }> };


export const DefinitionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Definition"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"lens"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Lens"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metricDefinitions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lens"},"value":{"kind":"Variable","name":{"kind":"Name","value":"lens"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"description"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"formula"}},{"kind":"Field","name":{"kind":"Name","value":"includes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"excludes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"countedOn"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"minSample"}}]}}]}}]} as unknown as DocumentNode<DefinitionQuery, DefinitionQueryVariables>;
export const OverviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Overview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"grain"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Grain"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"comparison"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Comparison"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"per"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Per"}},"defaultValue":{"kind":"EnumValue","value":"WEEK"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}},"defaultValue":{"kind":"EnumValue","value":"EN"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metrics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"keys"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"RELATIONAL_NPS"},{"kind":"EnumValue","value":"TRANSACTIONAL_NPS"},{"kind":"EnumValue","value":"REPEAT_PURCHASE_RATE"},{"kind":"EnumValue","value":"FIRST_TIME_FIX"},{"kind":"EnumValue","value":"CES"},{"kind":"EnumValue","value":"AHT"},{"kind":"EnumValue","value":"REVENUE_PER_CUSTOMER"},{"kind":"EnumValue","value":"COST_PER_CONTACT"}]}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"grain"},"value":{"kind":"Variable","name":{"kind":"Name","value":"grain"}}},{"kind":"Argument","name":{"kind":"Name","value":"compare"},"value":{"kind":"Variable","name":{"kind":"Name","value":"comparison"}}},{"kind":"Argument","name":{"kind":"Name","value":"params"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"per"},"value":{"kind":"Variable","name":{"kind":"Name","value":"per"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"definition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"lens"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"countedOn"}},{"kind":"Field","name":{"kind":"Name","value":"minSample"}},{"kind":"Field","name":{"kind":"Name","value":"params"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"default"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"suppressed"}},{"kind":"Field","name":{"kind":"Name","value":"denominator"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}}]}},{"kind":"Field","name":{"kind":"Name","value":"compared"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"difference"}},{"kind":"Field","name":{"kind":"Name","value":"significant"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"series"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"points"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}},{"kind":"Field","name":{"kind":"Name","value":"partial"}},{"kind":"Field","name":{"kind":"Name","value":"value"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"suppressed"}},{"kind":"Field","name":{"kind":"Name","value":"interval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}}]}},{"kind":"Field","name":{"kind":"Name","value":"compared"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<OverviewQuery, OverviewQueryVariables>;
export const RecordsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Records"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MetricKey"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metrics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"keys"},"value":{"kind":"ListValue","values":[{"kind":"Variable","name":{"kind":"Name","value":"key"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"records"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Contact"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"team"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Feedback"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"comment"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","alias":{"kind":"Name","value":"placedIn"},"name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Customer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"segment"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"acquiredAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RecordsQuery, RecordsQueryVariables>;