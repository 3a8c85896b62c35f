/** Calls all who listen. What one throws is its own: it takes nothing from the others, nor from what is told of. */
export function tellAll(listeners: Iterable<() => void>): void {
  // A copy: who hears may leave, and bring others.
  for (const listener of [...listeners]) {
    try {
      listener();
    } catch (error) {
      console.error(error);
    }
  }
}
