export default {
  globs: ['components/**/*.ts', 'src/context/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
};
