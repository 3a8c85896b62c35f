import { ResolutionRateChart } from '../reports/resolution-rate-chart.js';
import { defineElement } from '../define-element.js';

defineElement('resolution-rate-chart', ResolutionRateChart);
