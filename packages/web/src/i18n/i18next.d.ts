import type { Words } from './nl.ts'
import type { DataWords } from './pages/data.nl.ts'
import type { ExploreWords } from './pages/explore.nl.ts'
import type { JourneysWords } from './pages/journeys.nl.ts'
import type { MirrorWords } from './pages/mirror.nl.ts'
import type { ServiceWords } from './pages/service.nl.ts'
import type { StoryWords } from './pages/story.nl.ts'
import type { VoiceWords } from './pages/voice.nl.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: {
      translation: Words & {
        story: StoryWords
        journeys: JourneysWords
        mirror: MirrorWords
        service: ServiceWords
        voice: VoiceWords
        data: DataWords
        explore: ExploreWords
      }
    }
  }
}
