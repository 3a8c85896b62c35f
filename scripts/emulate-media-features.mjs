/**
 * Lets tests emulate media over the browser's own protocol, because the test runner's `emulateMedia` leaves out
 * `forced-colors` without a word. `plugin` answers the command `emulate-media-features` with the payload
 * `{ media?: string, features: { name, value }[] }`; `resetBetweenFiles(page)` keeps one file's media from the next.
 */
export function emulateMediaFeatures() {
  const protocolSessions = new WeakMap();

  const emulate = async (page, payload) => {
    // Overrides belong to the protocol session that set them, so a page keeps one for good.
    if (!protocolSessions.has(page)) protocolSessions.set(page, page.createCDPSession());
    const protocol = await protocolSessions.get(page);
    await protocol.send('Emulation.setEmulatedMedia', { media: payload.media ?? '', features: payload.features });
  };

  return {
    resetBetweenFiles(page) {
      page.on('framenavigated', (frame) => {
        const fileEnded = frame === page.mainFrame() && frame.url() === 'about:blank';
        if (!fileEnded || !protocolSessions.has(page)) return;
        // After the last file the page is closed meanwhile: nothing is left to be taken back.
        emulate(page, { features: [] }).catch(() => undefined);
      });
    },
    plugin: {
      name: 'emulate-media-features',
      async executeCommand({ command, payload, session }) {
        if (command !== 'emulate-media-features') return undefined;
        await emulate(session.browser.getPage(session.id), payload);
        return true;
      },
    },
  };
}
