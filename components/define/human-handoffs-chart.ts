import { HumanHandoffsChart } from '../reports/human-handoffs-chart.js';
import { defineElement } from '../define-element.js';

defineElement('human-handoffs-chart', HumanHandoffsChart);
