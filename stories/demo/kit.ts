// The help desk takes the kit as any host does: it registers the elements and asks for one adapter.
import '../../components/define.js';
import { configure } from '../../src/context/configure.js';
// The bundler makes the default export.
// oxlint-disable-next-line import/default
import workerUrl from '../../src/load/worker.ts?worker&url';

// The bundler gives the worker's file a name of its own.
configure({ workerUrl });

export { fileAdapter } from '../../src/adapters/file.js';
