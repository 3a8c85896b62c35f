import { ImpactThisWeek } from '../reports/impact-this-week.js';
import { defineElement } from '../define-element.js';

defineElement('impact-this-week', ImpactThisWeek);
