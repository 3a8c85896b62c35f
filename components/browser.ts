/** The one browser file: registers every element, and hands out what a page without a bundler may want. */
import './define.js';

export * from '../src/index.js';
