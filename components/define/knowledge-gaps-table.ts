import { KnowledgeGapsTable } from '../knowledge-gaps/knowledge-gaps-table.js';
import { defineElement } from '../define-element.js';

defineElement('knowledge-gaps-table', KnowledgeGapsTable);
