export const channelNl = {
  phone: 'Telefoon',
  chat: 'Chat',
  email: 'E-mail',
  video: 'Video',
  whatsapp: 'WhatsApp',
  web: 'Website',
  app: 'App',
  shop: 'Winkel',
  social: 'Sociale media',
  post: 'Post',
}

export type ChannelWords = typeof channelNl
