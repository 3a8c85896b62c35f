import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Serves (`npm run dev`) and builds (`npm start`) the demo help desk from the kit's source. */
// Vite takes the configuration from the default export alone.
export default defineConfig({
  root: folder('./stories/demo'),
  base: './',
  server: { fs: { allow: [folder('.')] } },
  oxc: { decorator: { legacy: true } },
  worker: { format: 'es' },
  build: {
    outDir: folder('./build/demo'),
    emptyOutDir: true,
    target: 'es2022',
    // The help desk's policy knows no data: address but for pictures, so every asset is a file of its own.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
  },
});
