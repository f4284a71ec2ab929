import {
  type Icon,
  IconApps,
  IconArticle,
  IconBrandWhatsapp,
  IconBuildingStore,
  IconFileInvoice,
  IconHeadset,
  IconMail,
  IconMessage2,
  IconPhone,
  IconReceiptRefund,
  IconSearch,
  IconShoppingBag,
  IconShoppingCart,
  IconSpeakerphone,
  IconStar,
  IconTruckDelivery,
  IconUsers,
  IconVideo,
  IconWorld,
} from '@tabler/icons-react'
import type { StoryEvent } from './events.ts'

/** By words that senders use for the channel of a touchpoint or contact; whatever else has one for all. */
const byChannel: Record<string, Icon> = {
  search: IconSearch,
  blog: IconArticle,
  content: IconArticle,
  ad: IconSpeakerphone,
  ads: IconSpeakerphone,
  advertising: IconSpeakerphone,
  social: IconUsers,
  community: IconUsers,
  web: IconWorld,
  website: IconWorld,
  webshop: IconWorld,
  app: IconApps,
  cart: IconShoppingCart,
  checkout: IconShoppingCart,
  shop: IconBuildingStore,
  store: IconBuildingStore,
  delivery: IconTruckDelivery,
  carrier: IconTruckDelivery,
  invoice: IconFileInvoice,
  post: IconFileInvoice,
  email: IconMail,
  chat: IconMessage2,
  whatsapp: IconBrandWhatsapp,
  video: IconVideo,
  phone: IconPhone,
}

/** What a node shows; `channel` is the one a contact went through there. */
export function iconOf(event: StoryEvent, channel?: string): Icon {
  switch (event.kind) {
    case 'visit':
      return byChannel[event.channel ?? ''] ?? IconWorld
    case 'contact':
      return byChannel[channel ?? event.contact.channel] ?? IconHeadset
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
