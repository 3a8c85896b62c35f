import { VisitorFeedbackChart } from '../reports/visitor-feedback-chart.js';
import { defineElement } from '../define-element.js';

defineElement('visitor-feedback-chart', VisitorFeedbackChart);
