import { createHash } from 'node:crypto'
import { addTypenameToDocument } from '@apollo/client/utilities'
import react from '@vitejs/plugin-react'
import { print } from 'graphql'
import { defineConfig, type Plugin } from 'vite'
import * as documents from './src/graphql/generated/graphql.ts'

/** GraphiQL's sheet carries its typefaces as `data:`, which our content security policy refuses; the system's will do. */
const graphiqlWithoutFonts: Plugin = {
  name: 'graphiql-without-fonts',
  enforce: 'pre',
  transform: {
    filter: { id: /graphiql\/dist\/style\.css$/ },
    handler: sheet => sheet.replace(/@font-face\s*\{[^}]*\}/g, ''),
  },
}

/** Each document is a module of its own: it then travels with the page that sends it, and not all with the first one. */
const documentsApart: Plugin = {
  name: 'documents-apart',
  apply: 'build',
  resolveId: { filter: { id: /^document:/ }, handler: id => id },
  load: {
    filter: { id: /^document:/ },
    handler: id => `export default ${JSON.stringify(documentByName.get(id.replace('document:', '')))}`,
  },
  transform: {
    filter: { id: /\/graphql\/generated\/graphql\.ts$/ },
    handler: () => ({
      code: [...documentByName.keys()].map(name => `export { default as ${name} } from 'document:${name}'`).join('\n'),
      moduleSideEffects: false,
    }),
  },
}

const SERVER = 'http://127.0.0.1:4000'

const documentByName = new Map(Object.entries(documents))

/** What the server is asked by hash: each document as the app sends it, by its SHA-256. */
const documentsByHash: Plugin = {
  name: 'documents-by-hash',
  generateBundle() {
    const byHash = [...documentByName.values()].map(document => {
      const text = print(addTypenameToDocument(document))
      return [createHash('sha256').update(text).digest('hex'), text]
    })
    this.emitFile({ type: 'asset', fileName: '.documents.json', source: JSON.stringify(Object.fromEntries(byHash)) })
  },
}

/** The server refuses what pages of another origin ask, and Vite's are that. */
const asOwnPage = { target: SERVER, changeOrigin: true, headers: { origin: SERVER } }

export default defineConfig({
  plugins: [graphiqlWithoutFonts, documentsByHash, documentsApart, react()],
  build: {
    target: 'es2023',
    // An inlined font or icon would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Only GraphiQL, a page of its own, is larger than this.
    chunkSizeWarningLimit: 3000,
    rolldownOptions: {
      input: { index: 'index.html', graphiql: 'graphiql.html' },
      output: {
        // What every page needs is few files: fifty small ones would wait for each other.
        codeSplitting: {
          groups: [
            { name: 'loading', test: /vite\/preload-helper/, priority: 1 },
            { name: 'libraries', tags: ['$initial'], test: /node_modules.*js$/ },
            // All sheets are one: in which order layers are named decides which outranks the other.
            { name: 'first', tags: ['$initial'], test: /\/src\/\w+\/|^document:|css$/ },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  // Its workers are named by `?worker`, which the optimizer cannot load.
  optimizeDeps: { exclude: ['graphiql/setup-workers/vite'] },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/graphql': asOwnPage,
      '/ingest': asOwnPage,
      // Only the form is posted to the server; the page of the same name is ours.
      '/login': { ...asOwnPage, bypass: request => (request.method === 'POST' ? undefined : request.url) },
    },
  },
})
