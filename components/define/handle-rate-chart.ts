import { HandleRateChart } from '../reports/handle-rate-chart.js';
import { defineElement } from '../define-element.js';

defineElement('handle-rate-chart', HandleRateChart);
