import { DeflectionRateChart } from '../reports/deflection-rate-chart.js';
import { defineElement } from '../define-element.js';

defineElement('deflection-rate-chart', DeflectionRateChart);
