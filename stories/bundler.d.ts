/** What the bundler makes of a file that is asked for as text. */
declare module '*?raw' {
  const text: string;
  export default text;
}

/** Styles act by being imported. */
declare module '*.css';
