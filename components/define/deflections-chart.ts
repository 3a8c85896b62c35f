import { DeflectionsChart } from '../reports/deflections-chart.js';
import { defineElement } from '../define-element.js';

defineElement('deflections-chart', DeflectionsChart);
