import { nothingMoves } from './nothing-moves.js';

nothingMoves([
  [320, 'de'],
  [1440, 'en'],
]);
