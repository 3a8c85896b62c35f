/**
 * Makes a rejection that nobody handles fail the running test: the test runner only logs it. `html` is the runner's
 * page with the listener in it; `plugin` lets each file wait a moment after its last test, so that an error which comes
 * right behind it still belongs to the run.
 */
export const strayErrors = {
  html: (testFramework) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Deskglass tests</title></head>
  <body>
    <script>
      addEventListener('unhandledrejection', (event) => {
        event.preventDefault();
        throw event.reason;
      });
    </script>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`,
  plugin: {
    name: 'wait-for-stray-errors',
    transform({ path, body }) {
      if (!/\.browser\.test\.[jt]s$/.test(path)) return undefined;
      return `${body}\nafter(() => new Promise((resolve) => setTimeout(resolve, 20)));\n`;
    },
  },
};
