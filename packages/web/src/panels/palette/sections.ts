import '../../i18n/pages/customers.ts'
import '../../i18n/pages/data.ts'
import '../../i18n/pages/explore.ts'
import '../../i18n/pages/journeys.ts'
import '../../i18n/pages/mirror.ts'
import '../../i18n/pages/service.ts'
import '../../i18n/pages/voice.ts'

export const pages = [
  { to: '/', name: 'overview' },
  { to: '/customers', name: 'customers.title' },
  { to: '/journeys', name: 'pages.journeys' },
  { to: '/service', name: 'pages.service' },
  { to: '/voice', name: 'pages.voice' },
  { to: '/explore', name: 'pages.explore' },
  { to: '/data', name: 'pages.data' },
] as const

/** The parts of pages that are worth going to, by the title that stands above them. */
export const sections = [
  { to: '/', title: 'mirror.title' },
  { to: '/customers', title: 'customers.segments' },
  { to: '/journeys', title: 'journeys.mapTitle' },
  { to: '/journeys', title: 'journeys.flowTitle' },
  { to: '/journeys', title: 'journeys.funnelTitle' },
  { to: '/service', title: 'service.split.title' },
  { to: '/service', title: 'service.handling.title' },
  { to: '/service', title: 'service.parts.title' },
  { to: '/service', title: 'service.spread.title' },
  { to: '/service', title: 'service.help.title' },
  { to: '/service', title: 'service.curve.title' },
  { to: '/voice', title: 'voice.touchpoint.title' },
  { to: '/voice', title: 'voice.answers.title' },
  { to: '/explore', title: 'explore.question.title' },
  { to: '/data', title: 'data.refused.title' },
  { to: '/data', title: 'data.duplicates.title' },
  { to: '/data', title: 'data.waits.title' },
  { to: '/data', title: 'data.sources.title' },
] as const
