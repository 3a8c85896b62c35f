import { nothingMoves } from '../demo/nothing-moves.js';

nothingMoves([320, 360, 768, 1440].flatMap((width) => ['en', 'de'].map((language) => [width, language] as const)));
