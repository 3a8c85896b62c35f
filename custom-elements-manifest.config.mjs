/**
 * The manifest speaks of what is published: one module per tag, `define/<tag>.js`, which holds the element's declaration
 * and its definition. Sources are not in the package, and what is inside is nobody's to import.
 */
const publishedModules = {
  name: 'published-modules',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const elements = manifest.modules.flatMap(({ declarations = [] }) => declarations.filter(({ tagName }) => tagName));
    manifest.modules = elements
      .toSorted((one, other) => one.tagName.localeCompare(other.tagName))
      .map((element) => moduleOf(element));
  },
};

function moduleOf(element) {
  const path = `dist/define/${element.tagName}.js`;
  const declaration = { name: element.name, module: path };
  return {
    kind: 'javascript-module',
    path,
    declarations: [{ ...element, members: element.members?.filter(({ privacy }) => !privacy || privacy === 'public') }],
    exports: [{ kind: 'custom-element-definition', name: element.tagName, declaration }],
  };
}

export default {
  globs: ['components/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [publishedModules],
};
