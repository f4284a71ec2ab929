import { expect, it } from 'vitest'
import { type FlowAt, waysOn } from './ways.ts'

const at = (id: string, channel: string | null = null): FlowAt => ({ id, channel, touchpoint: null })
const step = (from: FlowAt, to: FlowAt, journeys: number) => ({ from, to, journeys, medianSeconds: 60 })
const onMap = (id: string) => ({
  stage: 'buy',
  optional: false,
  maxSeconds: null,
  touchpoint: {
    id,
    name: id,
    channel: 'web',
    department: null,
    awareness: null,
    momentOfTruth: null,
    ideal: null,
  },
})

it('draws ways on and to contacts, and none that leads back: a circle has no picture', () => {
  const [page, pay, faq, chat, phone] = [at('page'), at('pay'), at('faq'), at('c', 'chat'), at('p', 'phone')]
  const steps = [
    step(page, pay, 9),
    step(pay, page, 8),
    step(pay, faq, 7),
    step(faq, page, 6),
    step(pay, chat, 5),
    step(chat, pay, 4),
    step(chat, phone, 3),
  ]
  const { nodes, ways } = waysOn({ steps }, { steps: [onMap('page'), onMap('pay')] }, ({ id }) => id)
  expect(ways.map(({ source, target }) => `${source} ${target}`)).toEqual(['page pay', 'pay faq', 'pay c'])
  expect(nodes.map(({ id, lens }) => `${id} ${lens}`)).toEqual(['page cx', 'pay cx', 'faq cx', 'c sv'])
})
