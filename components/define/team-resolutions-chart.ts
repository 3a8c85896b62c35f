import { TeamResolutionsChart } from '../reports/team-resolutions-chart.js';
import { defineElement } from '../define-element.js';

defineElement('team-resolutions-chart', TeamResolutionsChart);
