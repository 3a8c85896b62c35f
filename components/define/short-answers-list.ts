import { defineElement } from '../define-element.js';
import { ShortAnswersList } from '../knowledge-gaps/short-answers-list.js';

defineElement('short-answers-list', ShortAnswersList);
