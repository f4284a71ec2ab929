import {
  type Icon,
  IconApps,
  IconArticle,
  IconBrandWhatsapp,
  IconBuildingStore,
  IconCreditCard,
  IconFileInvoice,
  IconHeadset,
  IconMail,
  IconMessage2,
  IconPackage,
  IconPhone,
  IconPointer,
  IconReceiptRefund,
  IconRuler2,
  IconRun,
  IconSearch,
  IconShoe,
  IconShoppingBag,
  IconShoppingCart,
  IconSpeakerphone,
  IconStar,
  IconTruckDelivery,
  IconUsers,
  IconVideo,
} from '@tabler/icons-react'
import type { StoryEvent } from './events.ts'

const byChannel: Record<string, Icon> = {
  search: IconSearch,
  social: IconUsers,
  outdoor: IconSpeakerphone,
  app: IconApps,
  store: IconBuildingStore,
  shop: IconBuildingStore,
  delivery: IconTruckDelivery,
  post: IconMail,
  email: IconMail,
  chat: IconMessage2,
  whatsapp: IconBrandWhatsapp,
  video: IconVideo,
  phone: IconPhone,
}

/** By what a touchpoint is called in Dutch or English. Only a picture: the name stands beside it, and in the list. */
const byName: [RegExp, Icon][] = [
  [/zoek|search/i, IconSearch],
  [/blog|artikel|article/i, IconArticle],
  [/advert|\bads?\b|campa|sponsor|billboard/i, IconSpeakerphone],
  [/winkelmand|\bcart\b|basket/i, IconShoppingCart],
  [/betal|payment|afreken|checkout/i, IconCreditCard],
  [/maat|\bsize/i, IconRuler2],
  [/schoen|\bshoe|product/i, IconShoe],
  [/verpakking|packag|pakket|parcel/i, IconPackage],
  [/bezorg|deliver|tra(ck|ce)/i, IconTruckDelivery],
  [/factuur|invoice/i, IconFileInvoice],
  [/\bloop|\brun|hardlo/i, IconRun],
  [/review/i, IconStar],
  [/club|community/i, IconUsers],
]

/** What a node shows; `channel` is the one a contact went through there. */
export function iconOf(event: StoryEvent, channel?: string): Icon {
  switch (event.kind) {
    case 'visit':
      return byName.find(([name]) => name.test(event.name ?? ''))?.[1] ?? byChannel[event.channel ?? ''] ?? IconPointer
    case 'contact':
      return byChannel[channel ?? event.channels[0] ?? ''] ?? IconHeadset
    case 'order':
      return IconShoppingBag
    case 'delivery':
      return IconTruckDelivery
    case 'refund':
      return IconReceiptRefund
    case 'answer':
      return IconStar
  }
}
