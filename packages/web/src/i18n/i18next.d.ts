import type { Words } from './nl.ts'
import type { AnnotationSettingsWords } from './pages/annotationSettings.nl.ts'
import type { AnnotationsWords } from './pages/annotations.nl.ts'
import type { CalendarWords } from './pages/calendar.nl.ts'
import type { ChannelWords } from './pages/channel.nl.ts'
import type { CustomersWords } from './pages/customers.nl.ts'
import type { DataWords } from './pages/data.nl.ts'
import type { DrawersWords } from './pages/drawers.nl.ts'
import type { ExploreWords } from './pages/explore.nl.ts'
import type { ExportWords } from './pages/export.nl.ts'
import type { HelpWords } from './pages/help.nl.ts'
import type { JourneysWords } from './pages/journeys.nl.ts'
import type { LoginWords } from './pages/login.nl.ts'
import type { MirrorWords } from './pages/mirror.nl.ts'
import type { PaletteWords } from './pages/palette.nl.ts'
import type { ServiceWords } from './pages/service.nl.ts'
import type { SettingsWords } from './pages/settings.nl.ts'
import type { StoryWords } from './pages/story.nl.ts'
import type { TokensWords } from './pages/tokens.nl.ts'
import type { UploadWords } from './pages/upload.nl.ts'
import type { VoiceWords } from './pages/voice.nl.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: {
      translation: Words &
        DrawersWords & {
          annotationSettings: AnnotationSettingsWords
          annotations: AnnotationsWords
          calendar: CalendarWords
          channel: ChannelWords
          customers: CustomersWords
          data: DataWords
          explore: ExploreWords
          export: ExportWords
          help: HelpWords
          journeys: JourneysWords
          login: LoginWords
          mirror: MirrorWords
          palette: PaletteWords
          service: ServiceWords
          settings: SettingsWords
          story: StoryWords
          tokens: TokensWords
          upload: UploadWords
          voice: VoiceWords
        }
    }
  }
}
