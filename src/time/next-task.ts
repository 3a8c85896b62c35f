/**
 * Resolves in a task of its own, so that the page can draw and hear in between. Not by a timer: browsers make nested ones
 * wait 4 ms each, and those of a hidden page a second.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const arrive = (): void => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', arrive, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}
