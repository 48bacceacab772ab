import { defineConfig } from 'vite'

export default defineConfig({
  base: '/explorer/', // the service serves dist/assets at /explorer/assets
  build: {
    chunkSizeWarningLimit: 5000, // the editor is one big piece, and comes from this machine
    rolldownOptions: { checks: { moduleLevelDirective: false } }, // "use client" means nothing in a page without a server side
  },
})
