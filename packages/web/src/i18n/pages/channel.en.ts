import type { ChannelWords } from './channel.nl.ts'

export const channelEn: ChannelWords = {
  phone: 'Phone',
  chat: 'Chat',
  email: 'Email',
  video: 'Video',
  whatsapp: 'WhatsApp',
  web: 'Website',
  app: 'App',
  shop: 'Shop',
  social: 'Social media',
  post: 'Post',
}
