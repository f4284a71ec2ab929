import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023',
    // An inlined font or icon would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: { index: 'index.html', graphiql: 'graphiql.html' } },
  },
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/graphql': 'http://127.0.0.1:4000',
      // Only the form is posted to the server; the page of the same name is ours.
      '/login': {
        target: 'http://127.0.0.1:4000',
        bypass: request => (request.method === 'POST' ? undefined : request.url),
      },
    },
  },
})
