import { HumanHandoffRateChart } from '../reports/human-handoff-rate-chart.js';
import { defineElement } from '../define-element.js';

defineElement('human-handoff-rate-chart', HumanHandoffRateChart);
