// The help desk takes the kit as any host does: it registers the elements and asks for one adapter.
import '../../components/define.js';

export { fileAdapter } from '../../src/adapters/file.js';
