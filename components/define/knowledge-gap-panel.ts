import { defineElement } from '../define-element.js';
import { KnowledgeGapPanel } from '../knowledge-gaps/knowledge-gap-panel.js';

defineElement('knowledge-gap-panel', KnowledgeGapPanel);
