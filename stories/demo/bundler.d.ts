/** What the bundler makes of a module that is a worker: the address of a file of its own. */
declare module '*?worker&url' {
  const url: string;
  export default url;
}
